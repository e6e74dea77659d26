import { readOfCase } from '#domain/access/index.ts'
import { operation } from '#kernel/operation.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { listTasks } from './queries.ts'

/** The tasks of a case, those that wait first. */
export const getTasks = operation({
  name: 'gettasks',
  summary: 'Show the tasks of a case',
  ...readOfCase,
  isSensitive: true,
  permission: 'case.view',
  examples: [{ CaseId: '1001' }],

  async handle({ db, actor, now, subject: { caseId } }) {
    const today = writeLocalDate(now)
    const tasks = await listTasks(db, { caseId })
    return {
      caseId,
      tasks: tasks.map((task) => ({
        ...task,
        isLate: task.completedAt === null && task.dueOn !== null && task.dueOn < today,
      })),
      mayUpdate: actor.permissions.has('case.task.update'),
    }
  },
})
