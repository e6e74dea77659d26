import { recordChange } from '#domain/change-log/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { keptOfKey } from './api-key.ts'
import { keyParameters } from './api-key-parameters.ts'
import { makerOf } from './secret-to-show.ts'
import { addApiKey } from './working-api-keys.ts'

/** Makes a key pair for a program; its maker may then be shown the secret once. */
export const createApiKey = operation({
  name: 'createapikey',
  summary: 'Make an API key',
  effect: 'write',
  permission: 'api-key.manage',
  isWebOnly: true,
  parameters: keyParameters,
  errors: [],
  returns: reply<{ apiKeyId: number }>('createapikeyresponse', { apiKeyId: 'apikey' }),
  examples: [{ Name: 'Website', Ways: 'both', Addresses: '203.0.113.0/24' }],

  async handle({ input, db, actor, outside, now, record }) {
    const { name, ways, addresses: permittedAddresses = [] } = input
    const wanted = { name: name.trim(), ways, permittedAddresses }
    const maker = makerOf(actor)
    const secretFor = maker === undefined ? {} : { secretFor: maker }
    const made = await addApiKey(db, outside.apiKeySealing, { ...wanted, ...secretFor, now })
    const { key, apiKeyId } = made
    const after = keptOfKey(wanted)
    recordChange(
      db,
      { kind: 'api key', subject: key, before: null, after },
      { by: actorLabel(actor), now },
    )
    record(undefined, { key, ways, addresses: permittedAddresses })
    return { apiKeyId }
  },
})
