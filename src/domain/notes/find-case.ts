import { caseReference } from '#domain/access/index.ts'
import { operation } from '#kernel/operation.ts'
import { unknownCase } from '#kernel/refusal.ts'

/** Says whether there is a case that the person may see, and shows nothing of it. */
export const findCase = operation({
  name: 'findcase',
  summary: 'Find a case by its number',
  effect: 'read',
  isWebOnly: true,
  permission: 'case.view',
  subject: 'case',
  parameters: { case: caseReference },
  errors: [unknownCase],
  returns: 'content',
  examples: [{ CaseId: '1001' }],
  handle: ({ subject }) => Promise.resolve({ caseId: subject.caseId }),
})
