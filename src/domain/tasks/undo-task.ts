import { caseReference } from '#domain/access/index.ts'
import { settleClock } from '#domain/clock/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { taskIsOpen, unknownTask } from './errors.ts'
import { findTaskByNumber, undoTaskOfCase } from './queries.ts'
import { taskNumber } from './task-kinds.ts'

/** Takes back that a task was settled; its date is reckoned anew. */
export const undoTask = operation({
  name: 'undotask',
  summary: 'Take back that a task is settled',
  effect: 'write',
  permission: 'case.task.update',
  subject: 'case',
  isWebOnly: true,
  parameters: { case: caseReference, taskNumber: required(taskNumber, 'The task') },
  errors: [unknownCase, unknownTask, taskIsOpen],
  returns: reply<{ caseId: number }>('undotaskresponse', { caseId: 'caseid' }),
  examples: [{ CaseId: '1001', TaskNumber: '502' }],

  async handle({ input, db, actor, now, subject: { caseId }, refuse, record }) {
    const found = await findTaskByNumber(db, { caseId, taskNumber: input.taskNumber })
    if (!found) throw refuse(unknownTask)
    if (found.completedAt === null) throw refuse(taskIsOpen)
    void undoTaskOfCase(db, { caseId, taskNumber: input.taskNumber, author: actor.name, now })
    if (found.isDueReckoned) await settleClock(db, { caseId, now })
    record(caseId, { task: found.code })
    return { caseId }
  },
})
