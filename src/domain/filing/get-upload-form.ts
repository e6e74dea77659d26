import { readOfCase } from '#domain/access/index.ts'
import { operation } from '#kernel/operation.ts'
import { documentCategories } from './category.ts'

/** What must be known to put files on a case: their categories, and how large one may be. */
export const getUploadForm = operation({
  name: 'getuploadform',
  summary: 'Show what files may be put on a case',
  ...readOfCase,
  permission: 'case.document.add',
  examples: [{ CaseId: '1001' }],

  handle: async ({ db, subject, outside }) => ({
    caseId: subject.caseId,
    categories: await documentCategories(db),
    mostBytes: outside.documents.maxBytes,
  }),
})
