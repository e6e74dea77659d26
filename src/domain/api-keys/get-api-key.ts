import { settingsNow } from '#domain/organisations/index.ts'
import { operation } from '#kernel/operation.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { markOfKey } from './api-key.ts'
import { keyNumber } from './api-key-parameters.ts'
import { unknownApiKey } from './errors.ts'
import { findApiKey, listApiKeyDays } from './queries.ts'
import { mayBeShown } from './secret-to-show.ts'

const daysShown = 30
const dayLength = 24 * 3_600_000

/** A key pair without its secret, and what it was used for in the last 30 days. */
export const getApiKey = operation({
  name: 'getapikey',
  summary: 'Show an API key',
  effect: 'read',
  permission: 'api-key.manage',
  isWebOnly: true,
  parameters: keyNumber,
  errors: [unknownApiKey],
  returns: 'content',
  examples: [{ ApiKey: '1001' }],

  async handle({ input, db, actor, now, refuse }) {
    const apiKeyId = input.apiKey
    const to = writeLocalDate(now)
    const first = new Date(Date.parse(`${to}T00:00:00Z`) - (daysShown - 1) * dayLength)
    const from = first.toISOString().slice(0, 10)
    const [found, days, { isSigningAllowed }] = await Promise.all([
      findApiKey(db, { apiKeyId }),
      listApiKeyDays(db, { apiKeyId, from, to }),
      settingsNow(db),
    ])
    if (!found) throw refuse(unknownApiKey)
    const { secretFor: _, earlierUntil, ...key } = found
    return {
      ...key,
      seen: markOfKey(key),
      earlierUntil: earlierUntil && now < earlierUntil ? earlierUntil : null,
      isSecretWaiting: mayBeShown(found, actor, now),
      isSigningAllowed,
      days,
    }
  },
})
