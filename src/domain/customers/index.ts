export { formalName, fullName, type CustomerDetails } from './customer.ts'
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
