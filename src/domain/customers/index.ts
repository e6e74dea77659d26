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
export { unknownPerson } from './errors.ts'
export { getPerson, recordNumber } from './person.ts'
export { listAlerts } from './record-queries.ts'
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
