import { readOfCase } from '#domain/access/index.ts'
import { operation } from '#kernel/operation.ts'
import { detailsOfCase } from './details-of-case.ts'

/** The form of a case with what it says now, to be changed, and who changed details last. */
export const getDetailsForm = operation({
  name: 'getdetailsform',
  summary: 'Show the details of a case to be changed',
  ...readOfCase,
  isSensitive: true,
  permission: 'case.update',
  examples: [{ CaseId: '1001' }],

  handle: async ({ db, subject: { caseId } }) => ({ caseId, ...(await detailsOfCase(db, caseId)) }),
})
