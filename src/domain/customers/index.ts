import { getCaseContactDetails } from './get-case-contact-details.ts'
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
export { peopleTakes, peopleUpsert, type PersonRow } from './queries.ts'
export { getCaseContactDetails, updateCustomer }
export const operations = [getCaseContactDetails, updateCustomer]
