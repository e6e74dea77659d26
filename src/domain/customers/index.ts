import { addContact } from './add-contact.ts'
import { endAlert } from './end-alert.ts'
import { endContact } from './end-contact.ts'
import { getCaseContactDetails } from './get-case-contact-details.ts'
import { getCustomer } from './get-customer.ts'
import { saveCustomer } from './save-customer.ts'
import { setAlert } from './set-alert.ts'
import { updateCustomer } from './update-customer.ts'

export { formalName, fullName, type CustomerDetails } from './customer.ts'
export { customerReferenceTaken } from './errors.ts'
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
export { contactKinds } from './add-contact.ts'
export { personMerged, unknownPerson } from './errors.ts'
export { getPerson, personSought, presentPerson, recordNumber, type Person } from './person.ts'
export { detailColumns, detailsInSql, selectedDetails, type DetailName } from './person-columns.ts'
export { listAlerts, listCasesOfPerson, updatePerson } from './record-queries.ts'
export { sameness } from './twin.ts'
export {
  addContact,
  endAlert,
  endContact,
  getCaseContactDetails,
  getCustomer,
  saveCustomer,
  setAlert,
  updateCustomer,
}
export const operations = [
  addContact,
  endAlert,
  endContact,
  getCaseContactDetails,
  getCustomer,
  saveCustomer,
  setAlert,
  updateCustomer,
]
