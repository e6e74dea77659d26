import { partyRows } from '#domain/customers/index.ts'
import { documentRows } from '#domain/documents/index.ts'
import { kind } from '#kernel/kind.ts'
import { caseNumber, dateTime, reference, shortText } from '#kernel/kinds.ts'
import { everythingSent, optional, required } from '#kernel/parameters.ts'
import { coordinate } from './coordinate.ts'

/** A name of a case type, of any length: one too long to be a name is unknown (contract 6.1, code 10003). */
const typeName = kind<string>({
  name: 'text',
  schema: { type: 'string' },
  read: (value) => ({ value }),
  good: ['Complaint', 'x'.repeat(4001)],
  bad: [],
})

/** The parameters of createcase (contract 6.1); those of forms and further roles are in `sent`. */
export const createCaseParameters = {
  type: required(typeName, 'Case type'),
  requestDate: optional(dateTime, 'When the request was received'),
  requestMethod: optional(shortText, 'Channel of the request'),
  externalId: optional(reference, 'Reference in the originating system'),
  externalAccountId: optional(reference, 'Reference of the account concerned'),
  externalAccountType: optional(shortText, 'Type of the account concerned'),
  requestId: optional(caseNumber, 'Number to be used for the case'),
  label: optional(shortText, 'Label of the case'),
  status: optional(shortText, 'Status to start with'),
  caseId: optional(caseNumber, 'Case on which the form is to be filed'),
  latitude: optional(coordinate(90), 'Latitude of the place', 'Location.Latitude'),
  longitude: optional(coordinate(180), 'Longitude of the place', 'Location.Longitude'),
  placePostcode: optional(shortText, 'Postcode of the place', 'Location.Postcode'),
  team: optional(shortText, 'Code of the team to deal with the case'),
  assignedTeam: optional(shortText, 'The same as Team'),
  assignedTeamSS: optional(shortText, 'The same as Team'),
  serviceTeam: optional(shortText, 'The same as Team', 'Case.ServiceTeam'),
  sent: everythingSent([...partyRows('Customer.'), ...partyRows('Agent.'), ...documentRows]),
} as const
