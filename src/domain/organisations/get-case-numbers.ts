import { operation } from '#kernel/operation.ts'
import { getNextCaseNumber } from './queries.ts'

/** The number that the next case gets. */
export const getCaseNumbers = operation({
  name: 'getcasenumbers',
  summary: 'Show how cases are numbered',
  effect: 'read',
  permission: 'organisation.settings',
  isWebOnly: true,
  parameters: {},
  errors: [],
  returns: 'content',
  examples: [{}],

  handle: ({ db }) => getNextCaseNumber(db, {}),
})
