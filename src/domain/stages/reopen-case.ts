import { dayOf } from '#domain/calendar/index.ts'
import { caseReference } from '#domain/access/index.ts'
import type { Reopening } from '#domain/procedures/index.ts'
import { reply } from '#kernel/answer.ts'
import { chosen } from '#kernel/kind.ts'
import { longText, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { inWords } from '#domain/calendar/index.ts'
import type { Writing } from '#platform/statement.ts'
import { lackingFor } from './begin-track.ts'
import { carryOut, doingOf, type Doing } from './carry-out.ts'
import { against, caseOpen, refuseWhereLacking } from './errors.ts'
import { openLinkedCase } from './linked-case.ts'
import { placeOf, standingOf, type CaseStanding } from './standing.ts'

/** Brings a closed case to life again, or opens one that is linked with it where it is too late for that. */
export const reopenCase = operation({
  name: 'reopencase',
  summary: 'Reopen a closed case',
  effect: 'write',
  permission: 'case.reopen',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    reopening: required(chosen(shortText), 'How the case is reopened'),
    reason: required(longText, 'Reason'),
  },
  errors: [unknownCase, caseOpen],
  returns: reply<{ caseId: number; linkedCaseId?: number }>('reopencaseresponse', {
    caseId: 'caseid',
    linkedCaseId: 'linkedcaseid',
  }),
  examples: [{ CaseId: '1024', Reopening: 'again', Reason: 'The customer disagrees' }],

  async handle({ input, db, actor, now, subject: { caseId, isClosed }, refuse, record }) {
    if (!isClosed) throw refuse(caseOpen)
    const standing = await standingOf(db, caseId)
    if (standing.isMerged)
      throw against('Reopening', 'This case is merged into another: undo that instead')
    const reopening = reopeningNamed(standing, input.reopening)
    const doing = doingOf({ actor, now })
    const { code } = reopening
    if (isTooLate(standing, reopening.withinDays, now)) {
      const linkedCaseId = await instead(db, standing, { reopening, doing, reason: input.reason })
      record(caseId, { reopening: code, linkedCaseId })
      return { caseId, linkedCaseId }
    }
    refuseWhereLacking('Reopening', await lackingFor(db, standing, placeOf(standing, reopening)))
    await reopen(db, standing, { reopening, doing, reason: input.reason })
    record(caseId, { reopening: code })
    return { caseId }
  },
})

/** How a case is reopened, by whom, and why. */
export interface ReopeningWanted {
  readonly reopening: Reopening
  readonly doing: Doing
  readonly reason: string
}

function reopeningNamed({ caseType }: CaseStanding, wanted: string): Reopening {
  const code = wanted.trim().toLowerCase()
  const found = caseType.procedure.reopenings.find((each) => each.code.toLowerCase() === code)
  if (!found)
    throw against('Reopening', 'How the case is reopened is not one of the ways it can be')
  return found
}

/** Have more than so many days gone by since a case was closed? */
export function isTooLate(
  { closedOn }: Pick<CaseStanding, 'closedOn'>,
  withinDays: number | undefined,
  now: Date,
): boolean {
  if (closedOn === null || withinDays === undefined) return false
  return dayOf(writeLocalDate(now)) - dayOf(closedOn) > withinDays
}

/** Brings a closed case to life again in the stage that the reopening names. */
export function reopen(
  db: Writing,
  standing: CaseStanding,
  { reopening, doing, reason }: ReopeningWanted,
): Promise<void> {
  const place = placeOf(standing, reopening)
  const { closedOn, ending, status } = standing
  const particulars = { reopening: reopening.label, to: place.stage.code, reason }
  return carryOut(db, standing, {
    isReopened: true,
    entered: [place],
    showing: place,
    doing,
    news: { kind: 'caseReopened', particulars: { ...particulars, closedOn, ending, status } },
  })
}

async function instead(
  db: Writing,
  standing: CaseStanding,
  { reopening: { label, withinDays, later }, doing, reason }: ReopeningWanted,
): Promise<number> {
  if (later === 'linked case') return openLinkedCase(db, standing, { doing, reason })
  throw against(
    'Reopening',
    `This case was closed on ${inWords(standing.closedOn ?? '')}, and “${label}” is possible for ${withinDays} days after that. Open a new case.`,
  )
}
