import { bool, int8, text } from '#platform/columns.ts'
import { find } from '#platform/statement.ts'

/** The task of a code on a case: the open one that has waited longest, else one that is done. */
export const findTask = find({
  takes: { caseId: int8, code: text },
  returns: { taskId: int8, isDone: bool },
  sql: `
    select t.task_id as "taskId", t.completed_at is not null as "isDone"
    from tasks t
    where t.organisation_id = :organisationId and t.case_id = :caseId
      and lower(t.code) = lower(:code)
    order by "isDone", t.task_id
    limit 1`,
})
