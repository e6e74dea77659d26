import { barPerson } from './bar-person.ts'
import { breakGlass } from './break-glass.ts'
import { dropReader } from './drop-reader.ts'
import { getCaseAccess } from './get-case-access.ts'
import { getOpenings } from './get-openings.ts'
import { markConfidential } from './mark-confidential.ts'
import { nameReader } from './name-reader.ts'
import { unbarPerson } from './unbar-person.ts'
import { unmarkConfidential } from './unmark-confidential.ts'

export { listPeople } from './access-queries.ts'
export { caseReference, readOfCase } from './case-reference.ts'
export { colleaguesOn } from './colleagues.ts'
export { findSubject } from './find-subject.ts'
export { barredFrom, getSecrecy, readAs, readersOf } from './queries.ts'
export { rightsIn, rightsNow, type OrganisationRole, type Person, type Rights } from './rights.ts'
export { apiKeyPermissions, builtInPermissions, roles, type Role } from './role.ts'
export { mayKnow, openToAll, type Secrecy } from './secrecy.ts'
export { staysKnownTo } from './stays-known-to.ts'
export {
  barPerson,
  breakGlass,
  dropReader,
  getCaseAccess,
  getOpenings,
  markConfidential,
  nameReader,
  unbarPerson,
  unmarkConfidential,
}
export const operations = [
  getCaseAccess,
  markConfidential,
  unmarkConfidential,
  nameReader,
  dropReader,
  barPerson,
  unbarPerson,
  breakGlass,
  getOpenings,
]
