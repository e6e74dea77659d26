import { readOfCase } from '#domain/access/index.ts'
import { operation } from '#kernel/operation.ts'

/** Says whether there is a case that the person may see, and shows nothing of it. */
export const findCase = operation({
  name: 'findcase',
  summary: 'Find a case by its number',
  ...readOfCase,
  permission: 'case.view',
  examples: [{ CaseId: '1001' }],
  handle: ({ subject }) => Promise.resolve({ caseId: subject.caseId }),
})
