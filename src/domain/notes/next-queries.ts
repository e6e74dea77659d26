import { bool, date, int8, nullable, text } from '#platform/columns.ts'
import { list } from '#platform/statement.ts'

/** What waits to be done on a case, the soonest first: tasks, letters to be sent, answers to be cleared. */
export const listNext = list({
  takes: { caseId: int8, seesLetters: bool },
  returns: { kind: text, id: int8, what: text, dueOn: nullable(date), who: nullable(text) },
  sql: `
    with next as (
      select 'task' as kind, t.task_id as id, t.title as what, t.due_on,
        coalesce(u.full_name, w.name) as who
      from tasks t
      left join users u on u.organisation_id = t.organisation_id and u.user_id = t.assigned_user_id
      left join teams w on w.organisation_id = t.organisation_id and w.team_id = t.team_id
      where t.organisation_id = :organisationId and t.case_id = :caseId and t.completed_at is null
      union all
      select 'letter', l.letter_draft_id, l.name, l.due_on, null
      from letter_drafts l
      where :seesLetters and l.organisation_id = :organisationId and l.case_id = :caseId
        and l.sent_at is null and l.dropped_at is null
      union all
      select 'answer', c.answer, a.title, null, concat(s.name, ' (', w.name, ')')
      from clearances c
      join answers a on a.organisation_id = c.organisation_id and a.case_id = c.case_id
        and a.answer = c.answer
      join clearance_steps s on s.organisation_id = c.organisation_id
        and s.clearance_id = c.clearance_id and s.state = 'open'
      join teams w on w.organisation_id = s.organisation_id and w.team_id = s.team_id
      where c.organisation_id = :organisationId and c.case_id = :caseId and c.state = 'running'
    )
    select n.kind, n.id, n.what, n.due_on as "dueOn", n.who
    from next n
    order by n.due_on nulls last, n.kind, n.id
    limit 50`,
})
