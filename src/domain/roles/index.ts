import { joinTeam } from './join-team.ts'
import { leaveTeam } from './leave-team.ts'
import { listRoles } from './list-roles.ts'
import { removeRole } from './remove-role.ts'
import { saveRole } from './save-role.ts'

export {
  deleteMember,
  deleteRole,
  findMemberRole,
  findPerson,
  putMember,
  putRole,
} from './queries.ts'
export { noRoleSeen } from './mark-of-role.ts'
export { unknownRole } from './errors.ts'
export { joinTeam, leaveTeam, listRoles, removeRole, saveRole }
export const operations = [listRoles, saveRole, removeRole, joinTeam, leaveTeam]
