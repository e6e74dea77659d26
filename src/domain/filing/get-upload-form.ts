import { readOfCase } from '#domain/access/index.ts'
import { operation } from '#kernel/operation.ts'
import { whatMayBeFiled } from './category.ts'

/** What must be known to put files on a case: their categories, and how large one may be. */
export const getUploadForm = operation({
  name: 'getuploadform',
  summary: 'Show what files may be put on a case',
  ...readOfCase,
  permission: 'case.document.add',
  examples: [{ CaseId: '1001' }],

  handle: async ({ db, subject, outside }) => ({
    caseId: subject.caseId,
    ...(await whatMayBeFiled(db, outside)),
  }),
})
