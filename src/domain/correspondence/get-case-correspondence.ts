import { caseReference } from '#domain/access/index.ts'
import { reference, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import type { Reading } from '#platform/statement.ts'
import { correspondenceReference, readCorrespondenceId } from './correspondence.ts'
import { unknownCorrespondence } from './errors.ts'
import { findCorrespondence, findLatestOfType } from './queries.ts'
import { renderCorrespondence } from './render.ts'

/** A message or letter of a case, as the file it is (contract 6.11). */
export const getCaseCorrespondence = operation({
  name: 'getcasecorrespondence',
  summary: 'Read a message or letter of a case',
  effect: 'read',
  isSensitive: true,
  permission: 'case.correspondence.view',
  subject: 'case',
  parameters: {
    case: caseReference,
    id: optional(reference, 'Correspondence id'),
    type: optional(shortText, 'Template code'),
  },
  errors: [unknownCase, unknownCorrespondence],
  returns: 'content',
  examples: [{ CaseId: '1001', Type: 'HOLDLET' }],

  async handle({ input, db, subject, refuse, record }) {
    const found = await findOne(db, { ...input, caseId: subject.caseId })
    if (!found) throw refuse(unknownCorrespondence)
    record(subject.caseId, { reference: correspondenceReference(found.correspondenceId) })
    return renderCorrespondence(found)
  },
})

interface Named {
  readonly caseId: number
  readonly id?: string
  readonly type?: string
}

/** The id decides where both are sent, as with cases. */
async function findOne(db: Reading, { caseId, id, type }: Named) {
  if (id !== undefined) {
    const correspondenceId = readCorrespondenceId(id)
    if (correspondenceId === undefined) return undefined
    const found = await findCorrespondence(db, { correspondenceId })
    return found?.caseId === caseId ? found : undefined
  }
  return type === undefined ? undefined : findLatestOfType(db, { caseId, code: type.trim() })
}
