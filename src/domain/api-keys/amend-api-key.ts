import { recordChange } from '#domain/change-log/index.ts'
import { refuseOthersChange, seenMark } from '#domain/seen/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { keptOfKey, markOfKey } from './api-key.ts'
import { keyNumber, keyParameters } from './api-key-parameters.ts'
import { unknownApiKey } from './errors.ts'
import { lockApiKey, updateApiKey } from './queries.ts'

/** Changes what a key is called, from where it works and how it signs in. */
export const amendApiKey = operation({
  name: 'amendapikey',
  summary: 'Change an API key',
  effect: 'write',
  permission: 'api-key.manage',
  isWebOnly: true,
  parameters: { ...keyNumber, ...seenMark, ...keyParameters },
  errors: [unknownApiKey],
  returns: reply<{ apiKeyId: number }>('amendapikeyresponse', { apiKeyId: 'apikey' }),
  examples: [{ ApiKey: '1001', Name: 'Website of the council', Ways: 'tokens' }],

  async handle({ input, db, actor, now, refuse, record }) {
    const held = await lockApiKey(db, { apiKeyId: input.apiKey })
    if (!held) throw refuse(unknownApiKey)
    refuseOthersChange(input.seen, markOfKey(held))
    const { apiKeyId, key } = held
    const { name, ways, addresses: permittedAddresses = [] } = input
    const wanted = { name: name.trim(), ways, permittedAddresses }
    void updateApiKey(db, { apiKeyId, ...wanted })
    const [before, after] = [keptOfKey(held), keptOfKey(wanted)]
    const change = { kind: 'api key' as const, subject: key, before, after }
    recordChange(db, change, { by: actorLabel(actor), now })
    record(undefined, { key, before, after })
    return { apiKeyId }
  },
})
