export { type ApiKey } from './api-key.ts'
export { addApiKey, createApiKey, workingApiKeys } from './api-keys.ts'
export {
  changeRole,
  disableUser,
  enableUser,
  insertTeam,
  insertUser,
  listTeamNames,
  listTeams,
} from './teams-and-users.ts'
export { listApiKeys, revokeApiKey } from './queries.ts'
