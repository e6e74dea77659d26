import { caseReference } from '#domain/access/index.ts'
import { documentReference, unknownDocument } from '#domain/documents/index.ts'
import { reply } from '#kernel/answer.ts'
import { shortText, text } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { readCategory } from './category.ts'
import { documentOfCase } from './document-of-case.ts'
import { renamed } from './document-name.ts'
import { describeDocument } from './queries.ts'

/** Gives a document another title and category; one that its list does not hold may stay as it is. */
export const amendDocument = operation({
  name: 'amenddocument',
  summary: 'Change what a document is called and filed under',
  effect: 'write',
  permission: 'case.document.add',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    document: required(documentReference, 'The document'),
    name: required(text({ max: 250 }), 'Title'),
    category: optional(shortText, 'Category'),
  },
  errors: [unknownCase, unknownDocument],
  returns: reply<{ caseId: number }>('amenddocumentresponse', { caseId: 'caseid' }),
  examples: [{ CaseId: '1001', Document: 'D2', Name: 'Plan of the site' }],

  async handle({ input, db, actor, now, subject: { caseId }, record }) {
    const before = await documentOfCase(db, caseId, input.document)
    const { documentId } = before
    record(caseId, { documentId })
    const name = renamed(input.name, before.name)
    const { category: sent } = input
    const category = sent === before.category ? sent : await readCategory(db, sent)
    const changes = {
      ...(name === before.name ? {} : { Title: { from: before.name, to: name } }),
      ...(category === before.category
        ? {}
        : { Category: { from: before.category, to: category } }),
    }
    if (Object.keys(changes).length > 0)
      void describeDocument(db, {
        caseId,
        documentId,
        name,
        category,
        changes,
        author: actor.name,
        now,
      })
    return { caseId }
  },
})
