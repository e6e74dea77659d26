import { readOfCase } from '#domain/access/index.ts'
import { mergingOf } from '#domain/case-merging/index.ts'
import { caseTypeVersion, type CaseType } from '#domain/case-types/index.ts'
import { listFlags, parameterInWords } from '#domain/cases/index.ts'
import { listDocuments } from '#domain/documents/index.ts'
import { isToTell, toldHappenings } from '#domain/timeline/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { operation } from '#kernel/operation.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import type { Reading } from '#platform/statement.ts'
import { answersOf } from './answer.ts'
import { listNext } from './next-queries.ts'
import { getCaseHeading, listNotes, listParties } from './queries.ts'

const lately = 8

/**
 * A case at a glance: what it is and is about, who takes part, what did not fit, what is next and was done lately,
 * its files and its notes, newest first.
 */
export const getCaseOverview = operation({
  name: 'getcaseoverview',
  summary: 'Show a case',
  ...readOfCase,
  isSensitive: true,
  permission: 'case.view',
  examples: [{ CaseId: '1001' }],

  async handle({ db, actor, now, subject }) {
    const { caseId } = subject
    const { permissions } = actor
    const [found, parties, flags, documents, notes, next, done, merging] = await Promise.all([
      getCaseHeading(db, { caseId }),
      partiesFor(db, actor, caseId),
      listFlags(db, { caseId }),
      documentsFor(db, actor, caseId),
      listNotes(db, { caseId }),
      listNext(db, { caseId, seesLetters: permissions.has('case.correspondence.view') }),
      toldHappenings(db, actor, { caseId, ...newest }),
      mergingOf(db, actor, caseId),
    ])
    const { caseTypeId, version, attributes, ...heading } = found
    const type = await caseTypeVersion(db, { caseTypeId, version })
    const today = writeLocalDate(now)
    return {
      ...heading,
      // its page is for whoever may see what is kept of people
      accountId: permissions.has('customer.view') ? heading.accountId : null,
      caseType: type.label,
      answers: answersOf(type, attributes),
      parties,
      flags: flags.map((flag) => shownFlag(flag, type)),
      next: next.map((each) => ({ ...each, isLate: each.dueOn !== null && each.dueOn < today })),
      done: done.filter(isToTell),
      documents,
      notes,
      merging,
      ...waysFor(actor),
    }
  },
})

const newest = { before: Number.MAX_SAFE_INTEGER, kinds: [], actor: null, limit: lately }

const waysFor = ({ permissions }: Actor) => ({
  mayAssign: permissions.has('case.assign'),
  maySplit: permissions.has('case.update') && permissions.has('case.create'),
  mayMerge: permissions.has('case.end'),
  mayUnmerge: permissions.has('case.reopen'),
  mayRecategorise: permissions.has('case.recategorise') && permissions.has('case.create'),
  mayChangeDetails: permissions.has('case.update'),
  mayAddNote: permissions.has('case.note.add'),
  maySettleFlags: permissions.has('case.update'),
  mayAddDocuments: permissions.has('case.document.add'),
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
