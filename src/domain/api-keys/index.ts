import { amendApiKey } from './amend-api-key.ts'
import { createApiKey } from './create-api-key.ts'
import { getApiKey } from './get-api-key.ts'
import { listApiKeys } from './list-api-keys.ts'
import { revokeApiKey } from './revoke-api-key.ts'
import { rotateApiKey } from './rotate-api-key.ts'
import { showApiKeySecret } from './show-api-key-secret.ts'

export { goodSecrets, keptOfKey, waysIn, type ApiKey, type WayIn } from './api-key.ts'
export { secretShown, unknownApiKey } from './errors.ts'
export { keyUses, type KeyUses } from './key-uses.ts'
export { network, worksFrom } from './network.ts'
export { findApiKeyByKey, listApiKeyRows, revokeKey, updateApiKey } from './queries.ts'
export { refuseOtherMasterKey } from './refuse-other-master-key.ts'
export { addApiKey, makeApiKey, workingApiKeys } from './working-api-keys.ts'
export {
  amendApiKey,
  createApiKey,
  getApiKey,
  listApiKeys,
  revokeApiKey,
  rotateApiKey,
  showApiKeySecret,
}
export const operations = [
  amendApiKey,
  createApiKey,
  getApiKey,
  listApiKeys,
  revokeApiKey,
  rotateApiKey,
  showApiKeySecret,
]
