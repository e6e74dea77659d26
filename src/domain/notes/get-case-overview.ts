import { caseReference } from '#domain/access/index.ts'
import { caseTypeVersion, type CaseType } from '#domain/case-types/index.ts'
import { listFlags, parameterInWords } from '#domain/cases/index.ts'
import { listDocuments } from '#domain/documents/index.ts'
import { concernsOf } from '#domain/procedures/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { operation } from '#kernel/operation.ts'
import { unknownCase } from '#kernel/refusal.ts'
import type { Reading } from '#platform/statement.ts'
import { answersOf } from './answer.ts'
import { getCaseHeading, getKept, listNotes, listParties } from './queries.ts'

/**
 * A case at a glance: what it is and is about, who takes part, what did not fit, its files and its notes,
 * newest first.
 */
export const getCaseOverview = operation({
  name: 'getcaseoverview',
  summary: 'Show a case',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'case.view',
  subject: 'case',
  parameters: { case: caseReference },
  errors: [unknownCase],
  returns: 'content',
  examples: [{ CaseId: '1001' }],

  async handle({ db, actor, subject }) {
    const { caseId } = subject
    const [found, parties, flags, documents, notes, kept] = await Promise.all([
      getCaseHeading(db, { caseId }),
      partiesFor(db, actor, caseId),
      listFlags(db, { caseId }),
      documentsFor(db, actor, caseId),
      listNotes(db, { caseId }),
      getKept(db, { caseId }),
    ])
    const { caseTypeId, version, attributes, ...heading } = found
    const type = await caseTypeVersion(db, { caseTypeId, version })
    const concerns = concernsOf(type.procedure)
    return {
      ...heading,
      hasPoints: concerns.hasPoints || kept.hasPoints,
      isForInformation: concerns.isForInformation || kept.isForInformation,
      caseType: type.label,
      answers: answersOf(type, attributes),
      parties,
      flags: flags.map((flag) => shownFlag(flag, type)),
      documents,
      notes,
      mayAssign: actor.permissions.has('case.assign'),
      mayChangeDetails: actor.permissions.has('case.update'),
      mayUpdateAccess: actor.permissions.has('case.access.update'),
      mayAddNote: actor.permissions.has('case.note.add'),
      maySettleFlags: actor.permissions.has('case.update'),
      mayRetryDocuments: actor.permissions.has('case.document.add'),
    }
  },
})

type Flag = Awaited<ReturnType<typeof listFlags>>[number]

const shownFlag = ({ parameter, ...flag }: Flag, type: CaseType) => ({
  ...flag,
  label: parameterInWords(parameter, type),
})

/** Undefined for somebody who may see the case but not its files. */
const documentsFor = async (db: Reading, { permissions }: Actor, caseId: number) =>
  permissions.has('case.document.view') ? listDocuments(db, { caseId }) : undefined

/** With the numbers of their records for somebody who may open these. */
const partiesFor = async (db: Reading, { permissions }: Actor, caseId: number) => {
  const maySee = permissions.has('customer.view')
  const parties = await listParties(db, { caseId })
  return parties.map(({ customerId, ...party }) => ({
    ...party,
    customerId: maySee ? customerId : undefined,
  }))
}
