import { recordChange } from '#domain/change-log/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { keyNumber } from './api-key-parameters.ts'
import { unknownApiKey } from './errors.ts'
import { lockApiKey, revokeKey } from './queries.ts'

/** Lets a key work no longer, from now on and for good. */
export const revokeApiKey = operation({
  name: 'revokeapikey',
  summary: 'Revoke an API key',
  effect: 'write',
  permission: 'api-key.manage',
  isWebOnly: true,
  parameters: keyNumber,
  errors: [unknownApiKey],
  returns: reply<{ name: string }>('revokeapikeyresponse', { name: 'name' }),
  examples: [{ ApiKey: '1003' }],

  async handle({ input, db, actor, now, refuse, record }) {
    const held = await lockApiKey(db, { apiKeyId: input.apiKey })
    if (!held) throw refuse(unknownApiKey)
    const { key, name } = held
    void revokeKey(db, { key, now })
    const [before, after] = [{ works: true }, { works: false }]
    const change = { kind: 'api key' as const, subject: key, before, after }
    recordChange(db, change, { by: actorLabel(actor), now })
    record(undefined, { key })
    return { name }
  },
})
