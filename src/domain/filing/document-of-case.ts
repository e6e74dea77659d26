import { unknownDocument, type documentReference } from '#domain/documents/index.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Reading } from '#platform/statement.ts'
import { findCaseDocument } from './queries.ts'

type Read = ReturnType<(typeof documentReference)['read']>
type Reference = Extract<Read, { readonly value: unknown }>['value']

/** A document as it is kept. */
export type CaseDocument = NonNullable<Awaited<ReturnType<typeof findCaseDocument>>>

/** The document of a case that a reference names; refuses one that is not there, or is another case's. */
export async function documentOfCase(
  db: Reading,
  caseId: number,
  { source, id }: Reference,
): Promise<CaseDocument> {
  const found =
    source === 'document' ? await findCaseDocument(db, { caseId, documentId: id }) : undefined
  if (!found) throw new Refusal(unknownDocument)
  return found
}
