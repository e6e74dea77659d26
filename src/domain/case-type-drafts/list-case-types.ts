import { operation } from '#kernel/operation.ts'
import { listTypesAndDrafts } from './queries.ts'

/** Every case type: its published version, its draft, and how many cases of it are open. */
export const listCaseTypes = operation({
  name: 'listcasetypes',
  summary: 'List the case types and their drafts',
  effect: 'read',
  isWebOnly: true,
  permission: 'case-type.manage',
  parameters: {},
  errors: [],
  returns: 'content',
  examples: [{}],

  handle: async ({ db }) => ({ caseTypes: await listTypesAndDrafts(db, {}) }),
})
