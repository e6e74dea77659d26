import { getCaseContactDetails } from './get-case-contact-details.ts'
import { getCustomer } from './get-customer.ts'
import { saveCustomer } from './save-customer.ts'
import { updateCustomer } from './update-customer.ts'

export { formalName, fullName, type CustomerDetails } from './customer.ts'
export { customerReferenceTaken } from './errors.ts'
export { mainPartySelected } from './main-party.ts'
export { partyRows, readParty, type Party } from './party.ts'
export {
  mainRole,
  partiesSent,
  partyRolesSent,
  peopleOf,
  type PartyRole,
  type SentPerson,
} from './party-role.ts'
export { peopleInsert, peopleTakes, peopleUpsert, type PersonRow } from './queries.ts'
export { personMerged, unknownPerson } from './errors.ts'
export {
  getPerson,
  personSought,
  personToChange,
  presentPerson,
  recordNumber,
  type Person,
} from './person.ts'
export { detailColumns, detailsInSql, selectedDetails, type DetailName } from './person-columns.ts'
export {
  contactColumns,
  listAlerts,
  listCasesOfPerson,
  storedContact,
  updatePerson,
} from './record-queries.ts'
export { sameness } from './twin.ts'
export { getCaseContactDetails, getCustomer, saveCustomer, updateCustomer }
export const operations = [getCaseContactDetails, getCustomer, saveCustomer, updateCustomer]
