import { partyRows, recordNumber } from '#domain/customers/index.ts'
import { text } from '#kernel/kinds.ts'
import { everythingSent, optional } from '#kernel/parameters.ts'

/** What is sent of a call: who calls (somebody known, or the details of somebody who is not), and the form. */
export const callParameters = {
  person: optional(recordNumber, 'The person who calls'),
  draft: optional(recordNumber, 'The draft'),
  sent: everythingSent(partyRows('Customer.')),
} as const

/** The name of a case type. */
export const caseTypeName = text({ max: 200 })
