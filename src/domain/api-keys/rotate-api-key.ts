import { recordChange } from '#domain/change-log/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { date } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import { invalidInput, Refusal } from '#kernel/refusal.ts'
import { localStretch } from '#platform/local-stretch.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { newKeyHalf, sealSecret } from './api-key.ts'
import { keyNumber } from './api-key-parameters.ts'
import { unknownApiKey } from './errors.ts'
import { lockApiKey, replaceSecret } from './queries.ts'
import { makerOf } from './secret-to-show.ts'

const longestOverlap = 366 * 24 * 3_600_000

/** Gives a key a new secret; the one before works until the end of a day, or no longer. */
export const rotateApiKey = operation({
  name: 'rotateapikey',
  summary: 'Give an API key a new secret',
  effect: 'write',
  permission: 'api-key.manage',
  isWebOnly: true,
  parameters: { ...keyNumber, until: optional(date, 'Last day of the present secret') },
  errors: [unknownApiKey],
  returns: reply<{ apiKeyId: number }>('rotateapikeyresponse', { apiKeyId: 'apikey' }),
  examples: [{ ApiKey: '1002' }],

  async handle({ input, db, actor, outside, now, refuse, record }) {
    const held = await lockApiKey(db, { apiKeyId: input.apiKey })
    if (!held) throw refuse(unknownApiKey)
    const { apiKeyId, key } = held
    const until = endOf(input.until, now)
    const secret = newKeyHalf()
    const { organisationId } = db
    const sealedSecret = sealSecret(outside.apiKeySealing, { organisationId, key, secret })
    const secretFor = makerOf(actor) ?? null
    void replaceSecret(db, { apiKeyId, sealedSecret, secretFor, until, now })
    const before = { 'in use since': dayOf(held.secretMadeAt ?? held.createdAt) }
    const after = { 'in use since': dayOf(now), 'the one before works until': input.until ?? null }
    const change = { kind: 'api key' as const, subject: key, before, after }
    recordChange(db, change, { by: actorLabel(actor), now })
    record(undefined, { key, until: input.until ?? null })
    return { apiKeyId }
  },
})

/** The end of the last day, if one is named; a flaw where it lies behind or too far ahead. */
function endOf(day: string | undefined, now: Date): Date | null {
  const { untilAt } = localStretch(undefined, day)
  if (untilAt === null) return null
  if (untilAt <= now) throw flawed('Last day of the present secret must be today or later')
  if (untilAt.getTime() - now.getTime() > longestOverlap)
    throw flawed('Last day of the present secret must be within a year')
  return untilAt
}

const flawed = (message: string): Refusal =>
  new Refusal(invalidInput, [{ parameter: 'Until', kind: 'invalid', message }])

const dayOf = (moment: Date): string => writeLocalDate(moment)
