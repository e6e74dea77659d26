import { caseTypeVersion } from '#domain/case-types/index.ts'
import type { DeadlineSpec } from '#domain/procedures/index.ts'
import { enqueue } from '#kernel/job.ts'
import type { Writing } from '#platform/statement.ts'
import { deadlineSpec } from './deadline-spec.ts'
import { organisationTimes } from './hours.ts'
import {
  giveNotices,
  takeRemindedDeadlines,
  type Escalation,
  type NewNotice,
  type RemindersProgress,
} from './queries.ts'
import { staffOf, type Assigned, type Staff } from './recipients.ts'
import { reachedReminders, type PlacedReminder, type Reached } from './reminder-point.ts'
import { sendMailJob } from './send-mail.job.ts'
import { firstLoudMoment } from './working-times.ts'

/** How many deadlines one transaction sees to. */
export const remindersInBatch = 50

const hour = 3_600_000

type Row = Awaited<ReturnType<typeof takeRemindedDeadlines>>[number]

/** What one batch comes to. */
interface Doing {
  readonly notices: NewNotice[]
  readonly progress: RemindersProgress[]
  readonly escalations: Escalation[]
}

/** How many deadlines were seen to, and what kept some of them from being reminded of. */
export interface RemindersGiven {
  readonly seen: number
  readonly failures: readonly unknown[]
}

/**
 * Gives the reminders that are due, of a batch of deadlines: notices at once, mails when nobody is disturbed.
 * All of it belongs to the transaction. A deadline that cannot be read keeps no other waiting: it is looked at
 * again in an hour.
 */
export async function giveReminders(
  db: Writing,
  { now, isMailed }: { readonly now: Date; readonly isMailed: boolean },
): Promise<RemindersGiven> {
  const rows = await takeRemindedDeadlines(db, { now, most: remindersInBatch })
  if (rows.length === 0) return { seen: 0, failures: [] }
  const staff = await staffOf(db, now)
  const doing: Doing = { notices: [], progress: [], escalations: [] }
  const failures: unknown[] = []
  for (const row of rows) {
    try {
      const found = await reachedOf(db, row, now)
      note(doing, row, { given: row.given, nextAt: undefined, ...found?.reached })
      if (found) remind(doing, row, { ...found, staff })
    } catch (error) {
      failures.push(error)
      note(doing, row, { given: row.given, nextAt: new Date(now.getTime() + hour) })
    }
  }
  const mails = await giveNotices(db, { ...doing, isMailed, now })
  const runAt = firstLoudMoment(now, await organisationTimes(db))
  for (const { mailId } of mails) void enqueue(db, sendMailJob, { payload: { mailId }, runAt })
  return { seen: rows.length, failures }
}

interface Found {
  readonly spec: DeadlineSpec
  readonly dueOn: string
  readonly reached: Reached
}

/** What a deadline has reached; undefined where it is none that is reminded of any more. */
async function reachedOf(db: Writing, row: Row, now: Date): Promise<Found | undefined> {
  const { countedFrom, dueOn, dueAt, given } = row
  if (!row.isOpen || countedFrom === null || dueOn === null) return undefined
  const { procedure } = await caseTypeVersion(db, row)
  const spec = deadlineSpec(procedure, row)
  if (!spec) return undefined
  const deadline = { countedFrom, dueOn, dueAt, reminders: spec.reminders }
  const reached = reachedReminders(deadline, { given, now }, await organisationTimes(db))
  return { spec, dueOn, reached }
}

const note = (
  { progress }: Doing,
  { caseId, track, stage, code }: Row,
  { given, nextAt }: Pick<Reached, 'given' | 'nextAt'>,
) => progress.push({ caseId, track, stage, code, given, nextAt: nextAt ?? null })

/** Notes who is told and who gets the work; nobody is told twice of one deadline at a time. */
function remind(doing: Doing, row: Row, found: Found & { readonly staff: Staff }): void {
  const { staff, reached } = found
  const { reassigning } = reached
  const assigned = reassigning && staff.giveTo(reassigning.to, row)
  const told = new Map<number, NewNotice>()
  const isNews = ({ to }: PlacedReminder, userId: number): boolean =>
    to.kind !== 'owner' || !told.has(userId)
  for (const reminder of reached.giving) {
    const isReassigned = assigned !== undefined && reminder === reassigning
    for (const userId of staff.tell(reminder.to, row))
      if (isNews(reminder, userId))
        told.set(userId, noticeOf(row, found, { reminder, userId, isReassigned }))
  }
  if (assigned) {
    const taken = { reminder: reassigning, isReassigned: false, isTaken: true }
    for (const userId of losersOf(staff, row, assigned))
      told.set(userId, noticeOf(row, found, { ...taken, userId }))
    escalate(doing, row, assigned)
  }
  doing.notices.push(...told.values())
}

/** Who loses a case that goes to somebody else: nobody where nobody who can be told had it. */
function losersOf(staff: Staff, row: Row, assigned: Assigned): readonly number[] {
  const { ownerId } = row
  if ('userId' in assigned && assigned.userId === ownerId) return []
  return staff.tell({ kind: 'owner' }, row).filter((userId) => userId === ownerId)
}

/** Of two deadlines of one case that move it, the later decides. */
function escalate({ escalations }: Doing, { caseId, code }: Row, assigned: Assigned): void {
  const earlier = escalations.findIndex((each) => each.caseId === caseId)
  if (earlier >= 0) escalations.splice(earlier, 1)
  escalations.push({ teamId: null, userId: null, ...assigned, caseId, deadline: code })
}

interface Telling {
  readonly reminder: PlacedReminder
  readonly userId: number
  readonly isReassigned: boolean
  /** Does the reader lose the case? */
  readonly isTaken?: boolean
}

const noticeOf = (
  { caseId, track, stage, code }: Row,
  { spec, dueOn }: Found,
  { reminder, userId, isReassigned, isTaken = false }: Telling,
): NewNotice => ({
  userId,
  caseId,
  kind: reminder.to.kind === 'owner' && !isReassigned && !isTaken ? 'reminder' : 'escalation',
  track,
  stage,
  code,
  reminder: reminder.number,
  dueOn,
  particulars: { deadline: spec.name, isReassigned, ...(isTaken && { isTaken }) },
})
