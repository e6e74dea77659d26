export { type ApiKey } from './api-key.ts'
export { createApiKey, workingApiKeys } from './api-keys.ts'
export { deleteLapsedSignIns, listApiKeys, revokeApiKey } from './queries.ts'
export { closeSession, createSignInToken, openSession, sessionActor, type At } from './session.ts'
