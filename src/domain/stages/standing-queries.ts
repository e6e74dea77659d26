import { bool, date, instant, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { get } from '#platform/statement.ts'

/** A stage that a case is in or was in; moments in ISO 8601, dates as YYYY-MM-DD. */
export interface StageRecord {
  readonly track: string
  readonly code: string
  readonly startedAt: string | null
  /** The day from which its times count. */
  readonly startedOn: string
  readonly endedAt: string | null
  readonly dueOn: string | null
  readonly outcome: string | null
  readonly outcomeDetails: string | null
  readonly outcomeBy: string | null
  readonly isInTarget: boolean | null
  readonly workers: readonly number[]
}

/** Where a case stands: its type, who has it, how it ended, and the stages it has been in. */
export const getStandingOfCase = get({
  takes: { caseId: int8 },
  returns: {
    caseTypeId: int8,
    version: int4,
    status: text,
    teamId: nullable(int8),
    teamCode: nullable(text),
    team: nullable(text),
    assignedUserId: nullable(int8),
    owner: nullable(text),
    closedOn: nullable(date),
    closedAt: nullable(instant),
    ending: nullable(text),
    endingReason: nullable(text),
    isMerged: bool,
    stages: json<readonly StageRecord[]>(),
  },
  sql: `
    select c.case_type_id as "caseTypeId", c.case_type_version as version, c.status,
      c.team_id as "teamId", t.code as "teamCode", t.name as team,
      c.assigned_user_id as "assignedUserId", u.full_name as owner, c.closed_on as "closedOn",
      c.closed_at as "closedAt", c.ending,
      coalesce(c.withdrawn_reason, c.rejected_reason, c.returned_reason) as "endingReason",
      c.merged_into is not null as "isMerged",
      coalesce((
        select jsonb_agg(jsonb_build_object('track', s.track, 'code', s.code,
          'startedAt', s.started_at, 'startedOn',
          coalesce(s.received_on, (s.started_at at time zone 'Europe/London')::date, c.received_on),
          'endedAt', s.ended_at, 'dueOn', s.due_on,
          'outcome', s.outcome, 'outcomeDetails', s.outcome_details, 'outcomeBy', s.outcome_by,
          'isInTarget', s.is_in_target, 'workers', s.workers) order by s.started_at, s.code)
        from case_stages s
        where s.organisation_id = c.organisation_id and s.case_id = c.case_id
      ), '[]') as stages
    from cases c
    left join teams t on t.organisation_id = c.organisation_id and t.team_id = c.team_id
    left join users u on u.organisation_id = c.organisation_id and u.user_id = c.assigned_user_id
    where c.organisation_id = :organisationId and c.case_id = :caseId`,
})
