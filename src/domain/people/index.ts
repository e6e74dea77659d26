export {
  changeRole,
  disableUser,
  enableUser,
  insertTeam,
  insertUser,
  listTeamNames,
  listTeams,
  moveToTeam,
} from './teams-and-users.ts'
