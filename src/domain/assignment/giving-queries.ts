import { bool, instant, int8, nullable, text } from '#platform/columns.ts'
import { change, get, list } from '#platform/statement.ts'

const takesGiving = {
  caseId: int8,
  teamId: nullable(int8),
  userId: nullable(int8),
  rule: nullable(text),
  author: text,
  now: instant,
} as const

/** The event, in the words that people go by, of `given (case_id, from_team_id, from_user_id)`. */
const tellingHistory = (reason: string) => `
    told as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select :organisationId, g.case_id, 'caseAssigned', jsonb_strip_nulls(jsonb_build_object(
        'fromTeam', ft.code, 'fromUser', fu.user_name, 'toTeam', t.code, 'toUser', u.user_name,
        'rule', :rule, 'reason', ${reason})), :author, :now
      from given g
      left join teams ft on ft.organisation_id = :organisationId and ft.team_id = g.from_team_id
      left join users fu on fu.organisation_id = :organisationId and fu.user_id = g.from_user_id
      left join teams t on t.organisation_id = :organisationId and t.team_id = :teamId
      left join users u on u.organisation_id = :organisationId and u.user_id = :userId
    )`

/** A notice to whoever gets the case, unless it is whoever gives it. */
const tellingPerson = (isNews: string) => `
    noticed as (
      insert into notices (organisation_id, user_id, case_id, kind, created_at)
      select :organisationId, :userId, g.case_id, 'assignment', :now
      from given g
      where :userId is not null and ${isNews}
    )`

/**
 * Gives a case to a team, or to a person of it, and tells the history and the person; no row where it is there
 * already. What is done by hand counts as a touch.
 */
export const giveCase = change({
  takes: { ...takesGiving, reason: nullable(text), actorId: nullable(int8), isByHand: bool },
  returns: { caseId: int8 },
  sql: `
    with given as (
      select c.case_id, c.team_id as from_team_id, c.assigned_user_id as from_user_id
      from cases c
      where c.organisation_id = :organisationId and c.case_id = :caseId
        and (c.team_id is distinct from :teamId or c.assigned_user_id is distinct from :userId)
    ), moved as (
      update cases c
      set team_id = :teamId, assigned_user_id = :userId, assigned_by_rule = :rule,
        assigned_at = :now,
        last_touched_at = case when :isByHand then :now else c.last_touched_at end,
        first_touched_at = case when :isByHand then coalesce(c.first_touched_at, :now)
          else c.first_touched_at end,
        updated_at = casewright_now(), changed_in = pg_current_xact_id()
      from given g
      where c.organisation_id = :organisationId and c.case_id = g.case_id
    ), ${tellingHistory(':reason')}, ${tellingPerson(
      ':userId is distinct from :actorId and :userId is distinct from g.from_user_id',
    )}
    select case_id as "caseId" from given`,
})

/** Tells the history of a new case, and the person, to whom a rule has given it; without one, that none took it. */
export const tellGiven = change({
  takes: takesGiving,
  returns: {},
  sql: `
    with given as (
      select :caseId as case_id, null::bigint as from_team_id, null::bigint as from_user_id
    ), ${tellingHistory(`case when :rule::text is null then 'No rule took it' end`)}, ${tellingPerson('true')}
    select`,
})

/** Who has a case. */
export const getHolder = get({
  takes: { caseId: int8 },
  returns: {
    teamId: nullable(int8),
    team: nullable(text),
    teamName: nullable(text),
    userId: nullable(int8),
    userName: nullable(text),
    fullName: nullable(text),
    rule: nullable(text),
  },
  sql: `
    select c.team_id as "teamId", t.code as team, t.name as "teamName",
      c.assigned_user_id as "userId", u.user_name as "userName", u.full_name as "fullName",
      c.assigned_by_rule as rule
    from cases c
    left join teams t on t.organisation_id = c.organisation_id and t.team_id = c.team_id
    left join users u on u.organisation_id = c.organisation_id and u.user_id = c.assigned_user_id
    where c.organisation_id = :organisationId and c.case_id = :caseId`,
})

/** The teams, by name. */
export const listQueues = list({
  takes: {},
  returns: { code: text, name: text },
  sql: `
    select t.code, t.name
    from teams t
    where t.organisation_id = :organisationId and t.succeeded_by is null
    order by t.name, t.code`,
})
