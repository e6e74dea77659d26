export { type ApiKey } from './api-key.ts'
export { addApiKey, createApiKey, workingApiKeys } from './api-keys.ts'
export { disableUser, enableUser, insertTeam, insertUser, listTeams } from './teams-and-users.ts'
export { deleteLapsedSignIns, listApiKeys, revokeApiKey } from './queries.ts'
export {
  addSignInToken,
  closeSession,
  createSignInToken,
  openSession,
  sessionActor,
  signInAddress,
  type At,
} from './session.ts'
