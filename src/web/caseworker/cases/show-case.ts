import { getDeadlines } from '#domain/clock/index.ts'
import { getClock } from '#domain/clock-events/index.ts'
import { getCaseOverview } from '#domain/notes/index.ts'
import { getProcedure } from '#domain/stages/index.ts'
import { accessAddress } from '#web/caseworker/access/access-addresses.ts'
import { shownClock } from '#web/caseworker/deadlines/shown-clock.ts'
import { deadlineLine } from '#web/caseworker/deadlines/shown-deadlines.ts'
import { holderInWords } from '#web/caseworker/assignment/holder-in-words.ts'
import { detailsAddress } from '#web/caseworker/details/addresses.ts'
import { showPage } from '#web/layout/form-page.ts'
import type { Visit } from '#web/layout/form-page.ts'
import { dateInWords } from '#web/layout/times.ts'
import { caseAddress, settleFlagAddress } from './case-actions.ts'
import { waitingOf } from './case-waiting.ts'
import { bannerFor, isMissing, shownDocument } from './document-standing.ts'
import { showCaseView } from './show-case.view.ts'
import { shownAnswer, shownPerson } from './shown-details.ts'
import type { OpenFlag, SettledFlag, ShownCase, ShownNote } from './shown-case.ts'

/** The page of a case. */
export const showCasePage = showPage({
  path: '/cases/:caseId',
  view: showCaseView,
  async show(ask, parts, visit) {
    const [theCase, deadlines, clock, progress] = await Promise.all([
      ask(getCaseOverview, parts),
      ask(getDeadlines, parts),
      ask(getClock, parts),
      ask(getProcedure, parts),
    ])
    const lines = deadlines.map((each) => deadlineLine(theCase.caseId, each))
    return {
      ...shownCase(theCase, visit),
      deadlines: lines,
      clock: shownClock(clock),
      waiting: waitingOf(progress),
    }
  },
})

type Overview = Awaited<ReturnType<(typeof getCaseOverview)['handle']>>

const shownCase = (
  theCase: Overview,
  { banner, csrfToken }: Visit,
): Omit<ShownCase, 'deadlines' | 'clock' | 'waiting'> => ({
  ...heading(theCase),
  ...assignmentOf(theCase),
  answers: theCase.answers.map(shownAnswer),
  detailsAddress: theCase.mayChangeDetails ? detailsAddress(theCase.caseId) : undefined,
  people: theCase.parties.map(shownPerson),
  ...flagsOf(theCase),
  attention: attentionTo(theCase),
  documents: theCase.documents?.map((document) => shownDocument(document, theCase)),
  ...waysOnFrom(theCase),
  accessAddress: theCase.mayUpdateAccess ? accessAddress(theCase.caseId) : undefined,
  addNoteAddress: theCase.mayAddNote ? `${caseAddress(theCase.caseId)}/notes/new` : undefined,
  notes: theCase.notes.map(shownNote),
  banner: banner === undefined ? undefined : bannerFor(banner, theCase.documents ?? []),
  csrfToken,
})

const waysOnFrom = ({ caseId, isForInformation, hasPoints }: Overview) => {
  const to = (page: string) => `${caseAddress(caseId)}/${page}`
  return {
    answersAddress: to('answers'),
    progressAddress: to('progress'),
    informationAddress: isForInformation ? to('information') : undefined,
    complaintAddress: hasPoints ? to('complaint') : undefined,
  }
}

const heading = (theCase: Overview) => ({
  caseNumber: String(theCase.caseId),
  type: theCase.caseType,
  status: theCase.status,
  isConfidential: theCase.isConfidential,
  mainParty: theCase.mainParty ?? undefined,
  externalReference: theCase.externalReference ?? undefined,
  accountReference: theCase.accountReference ?? undefined,
  receivedOn: dateInWords(theCase.receivedOn),
  targetOn: theCase.targetOn === null ? undefined : dateInWords(theCase.targetOn),
  team: theCase.team ?? undefined,
  owner: theCase.owner ?? undefined,
})

const assignmentOf = ({ caseId, team, owner, assignedByRule: rule, mayAssign }: Overview) => ({
  assignedByRule: rule === null ? undefined : holderInWords({ team, person: owner, rule }),
  assignAddress: mayAssign ? `${caseAddress(caseId)}/assign` : undefined,
})

const flagsOf = ({ caseId, flags, maySettleFlags }: Overview) => ({
  openFlags: flags.flatMap((flag): OpenFlag[] => {
    const { flagId, label, text, raisedAt, settledAt } = flag
    if (settledAt !== null) return []
    const settleAddress = maySettleFlags ? settleFlagAddress(caseId, flagId) : undefined
    return [{ label, text, raisedAt, settleAddress }]
  }),
  settledFlags: flags.flatMap(({ label, text, settledAt, settledBy }): SettledFlag[] =>
    settledAt === null ? [] : [{ label, text, settledAt, settledBy: settledBy ?? undefined }],
  ),
})

const attentionTo = ({ flags, documents = [] }: Overview): ShownCase['attention'] => {
  const unfit = flags.filter(({ settledAt }) => settledAt === null).length
  const missing = documents.filter(isMissing).length
  const texts = [
    { count: unfit, href: '#flags', one: '1 value did not fit', many: 'values did not fit' },
    {
      count: missing,
      href: '#documents',
      one: '1 document could not be retrieved',
      many: 'documents could not be retrieved',
    },
  ]
  return texts
    .filter(({ count }) => count > 0)
    .map(({ count, href, one, many }) => ({ href, text: count === 1 ? one : `${count} ${many}` }))
}

const shownNote = (note: Overview['notes'][number]): ShownNote => ({
  kind: note.kind,
  author: note.author,
  addedAt: note.addedAt,
  text: note.body,
  isShownToCustomer: note.isVisibleToCustomer,
})
