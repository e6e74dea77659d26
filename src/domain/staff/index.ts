import { addPerson, type AddedPerson } from './add-person.ts'
import { addTeam } from './add-team.ts'
import { amendPerson } from './amend-person.ts'
import { amendTeam } from './amend-team.ts'
import { disablePerson } from './disable-person.ts'
import { enablePerson } from './enable-person.ts'
import { getStaff } from './get-staff.ts'
import { getTeam } from './get-team.ts'
import { handOverLoad } from './hand-over-load.ts'
import { retireTeam } from './retire-team.ts'
import { resetPersonFactors } from './reset-person-factors.ts'
import { sendPasswordLink } from './send-password-link.ts'

export { teamInLog } from './team.ts'
export { findTeam, reviveTeam, updateTeam } from './team-queries.ts'
export { unknownStaff, unknownTeam } from './errors.ts'
export type { AddedPerson }
export type { HandedOver } from './hand-over.ts'
export {
  addPerson,
  addTeam,
  amendPerson,
  amendTeam,
  disablePerson,
  enablePerson,
  getStaff,
  getTeam,
  handOverLoad,
  resetPersonFactors,
  retireTeam,
  sendPasswordLink,
}
export const operations = [
  getStaff,
  addPerson,
  amendPerson,
  disablePerson,
  enablePerson,
  handOverLoad,
  resetPersonFactors,
  sendPasswordLink,
  getTeam,
  addTeam,
  amendTeam,
  retireTeam,
]
