import { findSubject } from '#domain/access/index.ts'
import { findCaseType, findForm } from '#domain/case-types/index.ts'
import {
  fetchedWithinCall,
  fetchWithinCall,
  readDocuments,
  type NewDocument,
} from '#domain/documents/index.ts'
import { admitLatePaper } from '#domain/stages/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { reply, type Answer } from '#kernel/answer.ts'
import { noCase } from '#kernel/kinds.ts'
import { operation, type Subject } from '#kernel/operation.ts'
import type { Input } from '#kernel/parameters.ts'
import { invalidInput, Refusal, unknownCase, type RefusalKind } from '#kernel/refusal.ts'
import type { Writing } from '#platform/statement.ts'
import { caseTypeOfCase } from './case-type-of-case.ts'
import { configurationOf } from './configuration.ts'
import { createCaseParameters } from './create-case-parameters.ts'
import { caseNumberTaken, unknownCaseType } from './errors.ts'
import { fileForm } from './file-form.ts'
import { openCase, type CreatedCase } from './open-case.ts'

type Leaves = {
  readonly caseId: number
  readonly team: string | undefined
  readonly organisation: string | undefined
}
const answer: Answer<CreatedCase> = reply<Leaves>('createcaseresponse', {
  caseId: 'caseid',
  team: 'team',
  organisation: 'organisation',
})

/** Opens a case, or files a form on one that exists (contract 6.1). */
export const createCase = operation({
  name: 'createcase',
  summary: 'Open a case',
  effect: 'write',
  permission: 'case.create',
  parameters: createCaseParameters,
  errors: [unknownCaseType, unknownCase, caseNumberTaken],
  returns: answer,
  examples: [
    { Type: 'Complaint', 'Customer.Surname': 'Marsh', RequestMethod: 'Web' },
    { Type: 'Complaint', RequestDate: '2026-02-02T16:40:00', Details: 'Noise\nevery night' },
  ],

  async handle({ input, db, outside, actor, now, record }) {
    checkNumber(input)
    const configuration = await configurationOf(db, actor)
    const caseType = findCaseType(configuration.caseTypes, input.type)
    const documents = readDocuments(input.sent)
    const arrival = { input, documents, actor, now }
    const parent = await findParent(db, arrival)
    const filed = parent && (await fileAmendment(db, parent, arrival))
    const created =
      filed ??
      (await openCase(
        db,
        {
          ...arrival,
          caseType: caseType ?? unknown(unknownCaseType),
          configuration,
          parentCaseId: parent?.caseId ?? null,
          createdBy: actor.name,
        },
        outside.equalityKey,
      ))
    record(created.caseId)
    return { ...created, documentIds: fetchedWithinCall(documents, created.documentIds) }
  },

  afterwards: (aftermath) => fetchWithinCall(aftermath, aftermath.result.documentIds),
})

interface Arrival {
  readonly input: Input<typeof createCaseParameters>
  readonly documents: readonly NewDocument[]
  readonly actor: Actor
  readonly now: Date
}

function unknown(what: RefusalKind): never {
  throw new Refusal(what)
}

function checkNumber({ requestId }: Arrival['input']): void {
  if (requestId !== noCase) return
  const message = 'Number to be used for the case must be one that a case can have'
  throw new Refusal(invalidInput, [{ parameter: 'RequestId', kind: 'invalid', message }])
}

/** The case that `CaseId` names, locked. */
async function findParent(db: Writing, { input }: Arrival): Promise<Subject | undefined> {
  if (input.caseId === undefined) return undefined
  const reference = { caseId: input.caseId }
  return (await findSubject(db, { reference, isWriting: true })) ?? unknown(unknownCase)
}

/** Files the form on the case, where its case type has a form of that name that can be filed so. */
async function fileAmendment(
  db: Writing,
  subject: Subject,
  { input, documents, actor, now }: Arrival,
): Promise<CreatedCase | undefined> {
  const { caseId } = subject
  const { caseType, team } = await caseTypeOfCase(db, caseId)
  const form = findForm(caseType, input.type)
  if (!form?.isAmendment) return undefined
  const filing = { caseId, form, raw: input.sent, documents, actor, now }
  const { documentIds } = await fileForm(db, filing)
  await admitLatePaper(db, { subject, what: 'form', actor, now })
  return { caseId, team, organisation: caseType.organisation, documentIds }
}
