export {
  changeRole,
  disableUser,
  enableUser,
  insertTeam,
  insertUser,
  listTeamNames,
  listTeams,
} from './teams-and-users.ts'
