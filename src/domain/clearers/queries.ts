import { date, instant, int4, int8, json, text } from '#platform/columns.ts'
import { change, list } from '#platform/statement.ts'

/** A member of the team that takes a step. */
export interface Member {
  readonly userId: number
  readonly name: string
}

/** Those who take steps of a team, and in whose place: its members, and whoever stands in for one away on the day. */
export const listClearers = list({
  takes: { teamId: int8, today: date },
  returns: {
    userId: int8,
    role: text,
    members: json<readonly Member[]>(),
  },
  sql: `
    with members as (
      select u.user_id, u.full_name, u.disabled_at
      from users u
      where u.organisation_id = :organisationId and u.team_id = :teamId
    ), acting as (
      select m.user_id as actor_id, m.user_id, m.full_name
      from members m
      union
      select a.stand_in_user_id, m.user_id, m.full_name
      from members m
      join absences a on a.organisation_id = :organisationId and a.user_id = m.user_id
        and :today between a.from_on and a.until_on
      where m.disabled_at is null and a.stand_in_user_id is not null
    )
    select u.user_id as "userId", u.role,
      jsonb_agg(jsonb_build_object('userId', a.user_id, 'name', a.full_name)) as members
    from acting a
    join users u on u.organisation_id = :organisationId and u.user_id = a.actor_id
      and u.disabled_at is null
    group by u.user_id, u.role
    order by u.user_id`,
})

/** Gives people notice that an answer has reached them. */
export const insertNotices = change({
  takes: { caseId: int8, answer: int4, userIds: json<readonly number[]>(), now: instant },
  returns: {},
  sql: `
    insert into notices (organisation_id, user_id, case_id, kind, particulars, created_at)
    select :organisationId, u.value::bigint, :caseId, 'answer to clear',
      jsonb_build_object('answer', :answer), :now
    from jsonb_array_elements_text(:userIds) u`,
})

/**
 * The open steps of open cases that wait for a team of somebody's, or of one for whom they stand in on the day, what
 * has waited longest first, so many at most.
 */
export const listWaiting = list({
  takes: { userId: int8, today: date, most: int4 },
  returns: {
    caseId: int8,
    caseType: text,
    answer: int4,
    title: text,
    step: text,
    team: text,
    waitsSince: instant,
    authors: json<readonly number[]>(),
    members: json<readonly Member[]>(),
  },
  sql: `
    with own as (
      select u.team_id, jsonb_agg(jsonb_build_object('userId', u.user_id, 'name', u.full_name)
        order by u.user_id <> :userId, u.full_name, u.user_id) as members
      from users u
      where u.organisation_id = :organisationId and u.team_id is not null and (
        u.user_id = :userId or exists (
          select from absences a
          where a.organisation_id = u.organisation_id and a.user_id = u.user_id
            and a.stand_in_user_id = :userId and :today between a.from_on and a.until_on
            and u.disabled_at is null
        ))
      group by u.team_id
    )
    select w.* from (
      select c.case_id as "caseId", coalesce(v.label, y.name) as "caseType", c.answer, a.title, s.name as step,
        t.name as team, coalesce((
          select b.taken_at
          from clearance_steps b
          where b.organisation_id = s.organisation_id and b.clearance_id = s.clearance_id
            and b.position = s.position - 1
        ), c.started_at) as "waitsSince", (
          select coalesce(jsonb_agg(distinct w.author_id), '[]')
          from answer_versions w
          where w.organisation_id = c.organisation_id and w.case_id = c.case_id
            and w.answer = c.answer and w.author_id is not null
        ) as authors, o.members
      from own o
      join clearance_steps s on s.organisation_id = :organisationId and s.team_id = o.team_id
        and s.state = 'open'
      join teams t on t.organisation_id = s.organisation_id and t.team_id = s.team_id
      join clearances c on c.organisation_id = s.organisation_id
        and c.clearance_id = s.clearance_id and c.state = 'running'
      join answers a on a.organisation_id = c.organisation_id and a.case_id = c.case_id
        and a.answer = c.answer
      join cases k on k.organisation_id = c.organisation_id and k.case_id = c.case_id
        and k.closed_on is null
      join case_type_versions v on v.organisation_id = k.organisation_id
        and v.case_type_id = k.case_type_id and v.version = k.case_type_version
      join case_types y on y.organisation_id = v.organisation_id
        and y.case_type_id = v.case_type_id
    ) w
    order by w."waitsSince", w."caseId", w.answer
    limit :most`,
})
