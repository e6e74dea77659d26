import type { CaseFile, DemoAction, DemoNote, DemoTask, Plot } from './case-file.ts'
import type { Step } from './course.ts'
import { dueAfter, inOfficeHours, later } from './days.ts'
import { plannedTasks, type PlannedTask } from './plan.ts'
import { tasksBeside } from './write-beside.ts'
import { lastMoment } from './write-case.ts'
import { writeLocalDate } from '#platform/local-time.ts'

type Work = Pick<CaseFile, 'notes' | 'tasks' | 'actions'>

/** What caseworkers have done on a case, and what waits for them. */
export function writeWork(plot: Plot): Work {
  const opening = plannedTasks(plot.caseType).map((task, at) => writeTask(plot, task, at))
  const tasks = [
    ...opening,
    ...plot.course.steps.slice(1).flatMap((step) => laterTasks(plot, step)),
    ...tasksBeside(plot),
  ]
  const called = tasks.find(
    ({ code, completedAt }) => code === plot.seeds.wordings.call.task && completedAt,
  )
  const actions = called?.completedAt ? [writeCall(plot, called.completedAt)] : []
  return { notes: writeNotes(plot), tasks, actions: actions.flat() }
}

function writeTask(plot: Plot, { code, title, dueInDays }: PlannedTask, at: number): DemoTask {
  const { course, caseId, worker } = plot
  const createdAt = course.receivedAt
  const completedAt = completionOf(plot, at)
  return {
    caseId,
    code,
    title,
    dueOn: dueInDays === undefined ? null : dueAfter(writeLocalDate(createdAt), dueInDays),
    createdAt,
    completedAt,
    completedBy: completedAt && worker.fullName,
    updatedAt: completedAt ?? createdAt,
  }
}

/** What a stage after the first has raised, where a case comes to it by its outcome. */
const laterTasks = (
  { life, caseId, worker }: Plot,
  { tasks, startedAt, answeredAt }: Step,
): DemoTask[] =>
  life.goesOn === undefined
    ? []
    : tasks.map(({ code, title, dueInDays }) => ({
        caseId,
        code,
        title,
        dueOn: dueInDays === undefined ? null : dueAfter(writeLocalDate(startedAt), dueInDays),
        createdAt: startedAt,
        completedAt: answeredAt,
        completedBy: answeredAt && worker.fullName,
        updatedAt: answeredAt ?? startedAt,
      }))

/** The first task is done when the case is taken up, the last when it is closed. */
function completionOf({ course, caseType, chance, now, isNew }: Plot, at: number): Date | null {
  const { acknowledgedAt, closedAt } = course
  if (acknowledgedAt === null || at === 0) return acknowledgedAt
  if (isNew) return null
  if (at === plannedTasks(caseType).length - 1) return closedAt
  const until = closedAt ?? now
  const share = acknowledgedAt.getTime() + (until.getTime() - acknowledgedAt.getTime()) / 2
  return closedAt || chance.isWithin(40) ? new Date(share) : null
}

function writeCall({ seeds, chance, caseId, caseType, worker }: Plot, at: Date): DemoAction[] {
  const { call, calls } = seeds.wordings
  const form = caseType.actions.find(({ id }) => id === call.form)
  if (!form) return []
  return [
    {
      caseId,
      form: form.id,
      title: form.label,
      attributes: { [call.field]: chance.pick(calls) },
      task: call.task,
      submittedBy: worker.fullName,
      submittedAt: at,
    },
  ]
}

function writeNotes(plot: Plot): readonly DemoNote[] {
  const { course, chance, life, seeds, worker, caseId, isNew } = plot
  const { wordings } = seeds
  if (isNew || course.acknowledgedAt === null) return []
  const own = chance.shuffle(life.notes).slice(0, chance.between(0, 3))
  const shown = chance.isWithin(45) ? [chance.pick(wordings.customerNotes)] : []
  const calls = chance.isWithin(20) ? [chance.pick(wordings.calls)] : []
  const notes = [
    ...own.map((body) => ({ body, kind: chance.pick(wordings.noteTypes), isVisible: false })),
    ...shown.map((body) => ({ body, kind: wordings.customerNoteType, isVisible: true })),
    ...calls.map((body) => ({ body, kind: wordings.call.noteType, isVisible: false })),
  ]
  return notes.map(({ body, kind, isVisible }) => ({
    caseId,
    kind,
    body,
    isVisibleToCustomer: isVisible,
    author: worker.fullName,
    addedAt: whileOpen(plot),
  }))
}

/** A moment of office hours between taking the case up and its last change, or today. */
export function whileOpen(plot: Plot): Date {
  const { course, chance, now } = plot
  const from = course.acknowledgedAt ?? course.receivedAt
  const until = course.closedAt ?? later(lastMoment(plot), 10)
  const at = new Date(from.getTime() + chance.next() * (until.getTime() - from.getTime()))
  const moment = inOfficeHours(at, chance)
  return moment < now && moment < until ? moment : from
}
