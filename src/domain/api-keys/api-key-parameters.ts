import { caseNumber, choice, text } from '#kernel/kinds.ts'
import { optional, required } from '#kernel/parameters.ts'
import { waysIn } from './api-key.ts'
import { networks } from './network.ts'

/** The number by which pages name a key. */
export const keyNumber = { apiKey: required(caseNumber, 'Number of the API key') }

/** What is said of a key. */
export const keyParameters = {
  name: required(text({ max: 100 }), 'Name'),
  ways: required(choice(...waysIn), 'Ways of signing in'),
  addresses: optional(networks, 'Allowed addresses'),
}
