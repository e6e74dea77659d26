import { caseReference } from '#domain/access/index.ts'
import { mergingOf } from '#domain/case-merging/index.ts'
import { choice, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { listCaseDocuments, listCategories } from './queries.ts'

/** The documents of a case for those who work on it, the newest first; all, or of a category, or by who sees them. */
export const listDocumentsOfCase = operation({
  name: 'listdocuments',
  summary: 'Show the documents of a case',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'case.document.view',
  subject: 'case',
  parameters: {
    case: caseReference,
    category: optional(shortText, 'Category'),
    seenBy: optional(choice('customer', 'staff'), 'Who can see it'),
  },
  errors: [unknownCase],
  returns: 'content',
  examples: [{ CaseId: '1001' }, { CaseId: '1001', Category: 'Evidence', SeenBy: 'customer' }],

  async handle({ input, db, actor, subject: { caseId } }) {
    const { category = null, seenBy } = input
    const isReleased = seenBy === undefined ? null : seenBy === 'customer'
    const [documents, categories, merging] = await Promise.all([
      listCaseDocuments(db, { caseId, category, isReleased }),
      listCategories(db, { caseId }),
      mergingOf(db, actor, caseId),
    ])
    return {
      caseId,
      documents,
      merging,
      categories: categories.map((each) => each.category),
      mayAdd: actor.permissions.has('case.document.add'),
    }
  },
})
