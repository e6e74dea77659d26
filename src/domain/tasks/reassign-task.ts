import { caseReference } from '#domain/access/index.ts'
import { ownerOf, ownerParameters } from '#domain/remedies/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { invalidInput, Refusal, unknownCase } from '#kernel/refusal.ts'
import { taskCannotBeCompleted, unknownTask } from './errors.ts'
import { reassignTaskOfCase } from './queries.ts'
import { taskNumber } from './task-kinds.ts'
import { openTask } from './task-to-change.ts'

/** Gives a task that waits to a person, a team, or a person of a team. */
export const reassignTask = operation({
  name: 'reassigntask',
  summary: 'Give a task to somebody else',
  effect: 'write',
  permission: 'case.task.update',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    taskNumber: required(taskNumber, 'The task'),
    ...ownerParameters,
  },
  errors: [unknownCase, unknownTask, taskCannotBeCompleted],
  returns: reply<{ caseId: number }>('reassigntaskresponse', { caseId: 'caseid' }),
  examples: [{ CaseId: '1001', TaskNumber: '503', TeamCode: 'HOUSING' }],

  async handle(task) {
    const { code } = await openTask(task)
    const { input, db, actor, now, subject, record } = task
    const { caseId } = subject
    const owner = await ownerOf(db, input, { caseId, permission: 'case.task.update' })
    if (owner.userId === null && owner.teamId === null) {
      const message = 'Select a person or a team'
      throw new Refusal(invalidInput, [{ parameter: 'UserName', kind: 'missing', message }])
    }
    const { taskNumber: number } = input
    void reassignTaskOfCase(db, { caseId, taskNumber: number, ...owner, author: actor.name, now })
    record(caseId, { task: code })
    return { caseId }
  },
})
