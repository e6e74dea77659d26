import { getDeadlines } from '#domain/clock/index.ts'
import { getClock } from '#domain/clock-events/index.ts'
import { getCaseOverview } from '#domain/notes/index.ts'
import { getProcedure } from '#domain/stages/index.ts'
import { shownClock } from '#web/caseworker/deadlines/shown-clock.ts'
import { deadlineLine } from '#web/caseworker/deadlines/shown-deadlines.ts'
import { holderInWords } from '#web/caseworker/assignment/holder-in-words.ts'
import { mergeAddress } from '#web/caseworker/merging/addresses.ts'
import { shownMerges } from '#web/caseworker/merging/shown-merging.ts'
import { moveAddress } from '#web/caseworker/progress/addresses.ts'
import { shownTrack } from '#web/caseworker/progress/progress-in-words.ts'
import type { Progress } from '#web/caseworker/progress/show-progress.ts'
import { typesAddress } from '#web/caseworker/re-categorising/addresses.ts'
import { splitAddress } from '#web/caseworker/splitting/addresses.ts'
import { shownEntry } from '#web/caseworker/timeline/shown-entry.ts'
import type { Visit } from '#web/layout/form-page.ts'
import { dateInWords } from '#web/layout/times.ts'
import { shownAccount } from '#web/caseworker/accounts/shown-account.ts'
import { caseAddress, settleFlagAddress } from './case-actions.ts'
import { casePage } from './case-page.ts'
import { waitingOf } from './case-waiting.ts'
import { nextOf } from './case-work.ts'
import { isMissing } from '#web/caseworker/documents/document-standing.ts'
import { showCaseView } from './show-case.view.ts'
import type { OpenFlag, SettledFlag, ShownCase } from './shown-case.ts'

/** The overview of a case. */
export const showCasePage = casePage({
  path: '/cases/:caseId',
  part: 'overview',
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
      ways: [
        ...waysOf(theCase),
        ...movesOf(progress),
        ...changesOf(theCase, progress),
        ...endsOf(progress),
      ],
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
): Omit<ShownCase, 'deadlines' | 'clock' | 'waiting' | 'ways'> => ({
  ...summaryOf(theCase),
  next: nextOf(theCase),
  done: theCase.done.map(shownEntry),
  timelineAddress: `${caseAddress(theCase.caseId)}/timeline`,
  ...flagsOf(theCase),
  attention: attentionTo(theCase),
  banner: banner === undefined ? undefined : { text: banner, isSuccess: true },
  csrfToken,
  merges: shownMerges(theCase),
})

const summaryOf = ({ caseId, team, owner, assignedByRule: rule, ...theCase }: Overview) => ({
  caseNumber: String(caseId),
  externalReference: theCase.externalReference ?? undefined,
  account: shownAccount(theCase),
  receivedOn: dateInWords(theCase.receivedOn),
  targetOn: theCase.targetOn === null ? undefined : dateInWords(theCase.targetOn),
  tags: theCase.tags.length === 0 ? undefined : theCase.tags.join(', '),
  team: team ?? undefined,
  owner: owner ?? undefined,
  assignedByRule: rule === null ? undefined : holderInWords({ team, person: owner, rule }),
})

const waysOf = ({
  caseId,
  mayAssign,
  mayAddNote,
  mayChangeDetails,
}: Overview): ShownCase['ways'] => {
  const way = (may: boolean, text: string, what: string) =>
    may ? [{ text, href: `${caseAddress(caseId)}/${what}` }] : []
  return [
    ...way(mayAddNote, 'Add a note', 'notes/new'),
    ...way(mayAssign, 'Assign this case', 'assign'),
    ...way(mayChangeDetails, 'Change details', 'details/change'),
    ...way(mayChangeDetails, 'Rate this case', 'rate'),
  ]
}

/** The ways on from the stages that a case is in, which may close it. */
const movesOf = (progress: Progress): ShownCase['ways'] =>
  progress.tracks.flatMap((track) => {
    const { moveAddress: href, outcomes } = shownTrack(track, progress)
    if (href === undefined || outcomes.length === 0) return []
    const which = outcomes.map(({ label }) => label).join(', ')
    return [{ text: `Move on from “${track.current?.name ?? track.name}” (${which})`, href }]
  })

const changesOf = (
  { caseId, mayRecategorise, mayMerge, maySplit }: Overview,
  { isClosed }: Progress,
): ShownCase['ways'] => {
  const way = (may: boolean, text: string, href: string) =>
    may && !isClosed ? [{ text, href }] : []
  return [
    ...way(mayRecategorise, 'Put this case under another type', typesAddress(caseId)),
    ...way(maySplit, 'Open another case out of this one', splitAddress(caseId)),
    ...way(mayMerge, 'Merge this case into another', mergeAddress(caseId)),
  ]
}

const endsOf = ({ caseId, isClosed, ...progress }: Progress): ShownCase['ways'] => {
  const { mayEnd, endings, mayReopen, reopenings } = progress
  if (!isClosed && mayEnd && endings.length > 0)
    return [
      {
        text: `End this case (${endings.map(({ label }) => label).join(', ')})`,
        href: moveAddress(caseId, 'end'),
      },
    ]
  return isClosed && mayReopen && reopenings.length > 0
    ? [{ text: 'Reopen this case', href: moveAddress(caseId, 'reopen') }]
    : []
}

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

const attentionTo = ({ caseId, flags, documents = [] }: Overview): ShownCase['attention'] => {
  const unfit = flags.filter(({ settledAt }) => settledAt === null).length
  const missing = documents.filter(isMissing).length
  const texts = [
    { count: unfit, href: '#flags', one: '1 value did not fit', many: 'values did not fit' },
    {
      count: missing,
      href: `${caseAddress(caseId)}/documents`,
      one: '1 document could not be retrieved',
      many: 'documents could not be retrieved',
    },
  ]
  return texts
    .filter(({ count }) => count > 0)
    .map(({ count, href, one, many }) => ({ href, text: count === 1 ? one : `${count} ${many}` }))
}
