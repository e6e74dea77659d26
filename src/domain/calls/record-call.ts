import { configurationOf, openCase, unknownCaseType } from '#domain/cases/index.ts'
import { findCaseType } from '#domain/case-types/index.ts'
import { presentPerson, unknownPerson } from '#domain/customers/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { chosen } from '#kernel/kind.ts'
import { operation } from '#kernel/operation.ts'
import { rawParameters, required, sentText, type RawParameters } from '#kernel/parameters.ts'
import type { Writing } from '#platform/statement.ts'
import { fittingAnswers } from './answers.ts'
import { callParameters, caseTypeName } from './call.ts'
import { fileDraft } from './file-queries.ts'
import { insertMainParty, lockDraft } from './queries.ts'

/**
 * Opens a case from what was said on the telephone: of a person who is known, or of one who is added with it.
 * What does not fit is said at once and never kept as a flag: whoever calls can still be asked. The draft it
 * was made from is thrown away, and what is attached to that becomes documents of the case.
 */
export const recordCall = operation({
  name: 'recordcall',
  summary: 'Record a call as a new case',
  effect: 'write',
  isWebOnly: true,
  permission: 'case.create',
  parameters: {
    ...callParameters,
    caseType: required(chosen(caseTypeName), 'What the call is about'),
  },
  errors: [unknownCaseType, unknownPerson],
  returns: reply<{ caseId: number }>('recordcallresponse', { caseId: 'caseid' }),
  examples: [
    { CaseType: 'Complaint', Person: '3001', Details: 'The lift is out of order' },
    { CaseType: 'Complaint', 'Customer.Surname': 'Okafor' },
  ],

  async handle({ input, db, outside, actor, now, refuse, record }) {
    const configuration = { ...(await configurationOf(db, actor)), isStrict: true }
    const caseType = findCaseType(configuration.caseTypes, input.caseType)
    if (!caseType) throw refuse(unknownCaseType)
    const known = input.person === undefined ? undefined : await presentPerson(db, input.person)
    const sent = known ? ofKnown(input.sent, known.reference) : input.sent
    const application = {
      input: {
        ...methodOf(sent),
        type: input.caseType,
        sent: fittingAnswers(sent, caseType, configuration.options),
      },
      caseType,
      configuration,
      documents: [],
      parentCaseId: null,
      createdBy: actor.name,
      actor,
      now,
    }
    const { caseId } = await openCase(db, application, outside.equalityKey)
    if (known?.reference === null)
      void insertMainParty(db, { caseId, customerId: known.customerId })
    const documentIds = await fileAttached(db, { caseId, draftId: input.draft, actor, now })
    record(caseId, documentIds.length > 0 ? { documentIds } : undefined)
    return { caseId }
  },
})

interface Filing {
  readonly caseId: number
  readonly draftId: number | undefined
  readonly actor: Actor
  readonly now: Date
}

async function fileAttached(db: Writing, { caseId, draftId, actor, now }: Filing) {
  if (draftId === undefined) return []
  const own = { userId: actor.id, draftId }
  void lockDraft(db, own)
  const filed = await fileDraft(db, { ...own, caseId, author: actor.name, now })
  return filed.map(({ documentId }) => documentId)
}

const methodOf = (sent: RawParameters) => {
  const requestMethod = sentText(sent, 'RequestMethod')
  return requestMethod === undefined ? {} : { requestMethod }
}

/** Somebody with a reference is named by it; details of the record are changed on its own page. */
const ofKnown = (sent: RawParameters, reference: string | null): RawParameters =>
  rawParameters([
    ...[...sent.values()].filter(({ name }) => !/^customer\./i.test(name)),
    ...(reference === null ? [] : [{ name: 'Customer.Id', value: reference }]),
  ])
