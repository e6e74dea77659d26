import { operation } from '#kernel/operation.ts'
import { unsealSecret } from './api-key.ts'
import { keyNumber } from './api-key-parameters.ts'
import { secretShown, unknownApiKey } from './errors.ts'
import { lockApiKey, markSecretShown } from './queries.ts'
import { mayBeShown } from './secret-to-show.ts'

/** Shows the secret of a key to whoever made it, once. */
export const showApiKeySecret = operation({
  name: 'showapikeysecret',
  summary: 'Show the secret of an API key once',
  effect: 'write',
  permission: 'api-key.manage',
  isWebOnly: true,
  parameters: keyNumber,
  errors: [unknownApiKey, secretShown],
  returns: 'content',
  examples: [{ ApiKey: '1004' }],

  async handle({ input, db, actor, outside, now, refuse, record }) {
    const held = await lockApiKey(db, { apiKeyId: input.apiKey })
    if (!held) throw refuse(unknownApiKey)
    if (!mayBeShown(held, actor, now)) throw refuse(secretShown)
    const { apiKeyId, key, name, ways, sealedSecret: sealed } = held
    const { organisationId } = db
    const secret = unsealSecret(outside.apiKeySealing, { organisationId, key, sealed })
    void markSecretShown(db, { apiKeyId })
    record(undefined, { key })
    return { apiKeyId, key, secret, name, ways }
  },
})
