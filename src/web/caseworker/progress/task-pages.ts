import { getComplaintChoices } from '#domain/complaints/index.ts'
import {
  addTask,
  completeTask,
  getTasks,
  reassignTask,
  undoTask,
  unknownTask,
} from '#domain/tasks/index.ts'
import { notPermitted, Refusal } from '#kernel/refusal.ts'
import { ownersOf } from '#web/caseworker/complaint/choices-of.ts'
import { formPage } from '#web/layout/form-page.ts'
import type { Action, Ask, PathParts } from '#web/layout/form-page.ts'
import { addTaskView } from './add-task.view.ts'
import { backToProgress } from './addresses.ts'
import { settleTaskView } from './settle-task.view.ts'

const taskIn = async (ask: Ask, { caseId = '', taskNumber = '' }: PathParts) => {
  const { tasks, mayUpdate } = await ask(getTasks, { caseId })
  if (!mayUpdate) throw new Refusal(notPermitted)
  const found = tasks.find((task) => String(task.taskNumber) === taskNumber)
  if (!found) throw new Refusal(unknownTask)
  return found
}

/** The page on which a task is settled. */
export const settleTaskPage = formPage({
  path: '/cases/:caseId/progress/tasks/:taskNumber/settle',
  view: settleTaskView,
  operation: completeTask,
  async show(ask, parts) {
    const { title, completedAt } = await taskIn(ask, parts)
    return { caseNumber: parts['caseId'] ?? '', title, isSettled: completedAt !== null }
  },
  next: backToProgress,
  banner: 'Task settled',
})

/** The page on which a task is added. */
export const addTaskPage = formPage({
  path: '/cases/:caseId/progress/tasks/new',
  view: addTaskView,
  operation: addTask,
  show: async (ask, { caseId = '' }) => ({
    caseNumber: caseId,
    title: undefined,
    owners: ownersOf(await ask(getComplaintChoices, { caseId })),
  }),
  next: backToProgress,
  banner: 'Task added',
})

/** The page on which a task is given to somebody. */
export const giveTaskPage = formPage({
  path: '/cases/:caseId/progress/tasks/:taskNumber/give',
  view: addTaskView,
  operation: reassignTask,
  async show(ask, parts) {
    const { caseId = '' } = parts
    const { title } = await taskIn(ask, parts)
    const owners = ownersOf(await ask(getComplaintChoices, { caseId }))
    return { caseNumber: caseId, title, owners }
  },
  next: backToProgress,
  banner: 'Task given to somebody else',
})

/** The button that takes back that a task is settled. */
export const undoTaskAction: Action = {
  path: '/cases/:caseId/progress/tasks/:taskNumber/undo',
  operation: undoTask,
  next: backToProgress,
  banner: () => 'Task taken back',
}
