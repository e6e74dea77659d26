import { caseReference } from '#domain/access/index.ts'
import { reply } from '#kernel/answer.ts'
import { choice } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { taskCannotBeCompleted, unknownTask } from './errors.ts'
import { completeTaskOfCase } from './queries.ts'
import { taskNumber, taskOutcomes } from './task-kinds.ts'
import { openTask } from './task-to-change.ts'

/** Settles a task: it is done, or turned out not to be needed. */
export const completeTask = operation({
  name: 'completetask',
  summary: 'Settle a task of a case',
  effect: 'write',
  permission: 'case.task.update',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    taskNumber: required(taskNumber, 'The task'),
    outcome: optional(choice(...taskOutcomes), 'What became of it'),
  },
  errors: [unknownCase, unknownTask, taskCannotBeCompleted],
  returns: reply<{ caseId: number }>('completetaskresponse', { caseId: 'caseid' }),
  examples: [{ CaseId: '1001', TaskNumber: '501', Outcome: 'done' }],

  async handle(task) {
    const { code } = await openTask(task)
    const { input, db, actor, now, subject, record } = task
    const { caseId } = subject
    const { taskNumber: number, outcome = 'done' } = input
    void completeTaskOfCase(db, { caseId, taskNumber: number, outcome, author: actor.name, now })
    record(caseId, { task: code, outcome })
    return { caseId }
  },
})
