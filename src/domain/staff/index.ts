import { addPerson, type AddedPerson } from './add-person.ts'
import { addTeam } from './add-team.ts'
import { amendPerson } from './amend-person.ts'
import { amendTeam } from './amend-team.ts'
import { disablePerson } from './disable-person.ts'
import { enablePerson } from './enable-person.ts'
import { getStaff } from './get-staff.ts'
import { handOverLoad } from './hand-over-load.ts'
import { resetPersonFactors } from './reset-person-factors.ts'
import { sendPasswordLink } from './send-password-link.ts'

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
  handOverLoad,
  resetPersonFactors,
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
  addTeam,
  amendTeam,
]
