import { bool, date, int4, int8, json, nullable, text, textArray } from '#platform/columns.ts'
import { change, find, get, list } from '#platform/statement.ts'

/**
 * The people of teams, those named, and whoever stands in for one who is away: their skills, their open cases
 * where these count, and who of them worked last on the case or for its customer, where that counts. Teams and
 * names are given in small letters. Nobody who can sign in no longer is among them.
 */
export const listCandidates = list({
  takes: {
    teams: textArray,
    userNames: textArray,
    today: date,
    isWorkCounted: bool,
    isPastAsked: bool,
    caseTypeId: int8,
    caseId: nullable(int8),
    customerReference: nullable(text),
  },
  returns: {
    userId: int8,
    userName: text,
    role: text,
    team: nullable(text),
    skills: json<readonly string[]>(),
    openWork: int4,
    isAway: bool,
    standInId: nullable(int8),
    previous: nullable(int4),
  },
  sql: `
    with recursive customer as (
      select coalesce(p.merged_into, p.customer_id) as customer_id
      from customers p
      where :isPastAsked and p.organisation_id = :organisationId
        and p.reference = :customerReference
      union
      select r.customer_id
      from case_parties r
      where :isPastAsked and r.organisation_id = :organisationId and r.case_id = :caseId
        and r.role = 'Customer' and r.position = 0
    ), earlier as (
      select c.assigned_user_id as user_id, 3 as nearness, c.received_at as worked_at
      from customer k
      join case_parties r on r.organisation_id = :organisationId
        and r.customer_id = k.customer_id
      join cases c on c.organisation_id = r.organisation_id and c.case_id = r.case_id
      where c.case_type_id = :caseTypeId and c.assigned_user_id is not null
        and c.case_id is distinct from :caseId
      order by c.received_at desc
      limit 50
    ), worked as (
      select c.assigned_user_id as user_id, 1 as nearness, null::timestamptz as worked_at
      from cases c
      where :isPastAsked and c.organisation_id = :organisationId and c.case_id = :caseId
      union all
      select s.worked_by, 2, s.ended_at
      from case_stages s
      where :isPastAsked and s.organisation_id = :organisationId and s.case_id = :caseId
      union all
      select user_id, nearness, worked_at from earlier
    ), past as (
      select user_id, row_number() over (order by nearness, worked_at desc nulls last) as place
      from worked
      where user_id is not null
    ), asked as (
      select u.user_id
      from users u
      where u.organisation_id = :organisationId and u.disabled_at is null
        and u.team_id in (
          select coalesce(t.succeeded_by, t.team_id)
          from teams t
          where t.organisation_id = :organisationId and lower(t.code) = any (:teams)
        )
      union
      select u.user_id
      from users u
      where u.organisation_id = :organisationId and u.disabled_at is null
        and lower(u.user_name) = any (:userNames)
      union
      select a.stand_in_user_id
      from asked k
      join absences a on a.organisation_id = :organisationId and a.user_id = k.user_id
        and :today between a.from_on and a.until_on
      where a.stand_in_user_id is not null
    )
    select u.user_id as "userId", u.user_name as "userName", u.role, t.code as team,
      coalesce((
        select jsonb_agg(s.skill)
        from user_skills s
        where s.organisation_id = u.organisation_id and s.user_id = u.user_id
      ), '[]') as skills,
      case when :isWorkCounted then (
        select count(*)
        from cases c
        where c.organisation_id = u.organisation_id and c.assigned_user_id = u.user_id
          and c.closed_on is null
      ) else 0 end::int4 as "openWork",
      a.user_id is not null as "isAway", a.stand_in_user_id as "standInId",
      (select min(p.place) from past p where p.user_id = u.user_id)::int4 as previous
    from asked k
    join users u on u.organisation_id = :organisationId and u.user_id = k.user_id
      and u.disabled_at is null
    left join teams t on t.organisation_id = u.organisation_id and t.team_id = u.team_id
    left join absences a on a.organisation_id = u.organisation_id and a.user_id = u.user_id
      and :today between a.from_on and a.until_on
    order by u.user_id`,
})

/**
 * Takes the next turn of a team among those who can have it: whoever follows the last in the order of their
 * numbers. Of two at once the second waits for the first and gets the turn after.
 */
const nextTurn = change({
  takes: { teamId: int8, skill: text, among: json<readonly number[]>() },
  returns: { userId: int8 },
  sql: `
    insert into team_turns as held (organisation_id, team_id, skill, last_user_id)
    select :organisationId, :teamId, :skill, min(m.value::bigint)
    from jsonb_array_elements_text(:among) m
    on conflict (organisation_id, team_id, skill) do update
    set last_user_id = (
      select coalesce(
        min(m.value::bigint) filter (where m.value::bigint > held.last_user_id),
        min(m.value::bigint))
      from jsonb_array_elements_text(:among) m
    )
    returning last_user_id as "userId"`,
})

/** As the statement says; somebody must be among whom the turn goes round. */
export async function takeTurn(...taking: Parameters<typeof nextTurn>): Promise<number> {
  const [next] = await nextTurn(...taking)
  if (!next) throw new Error('A turn went to nobody')
  return next.userId
}

/** What rules ask of a case that is there. */
export const getWork = get({
  takes: { caseId: int8 },
  returns: {
    caseTypeId: int8,
    version: int4,
    isConfidential: bool,
    rating: nullable(text),
    fields: json<Readonly<Record<string, unknown>>>(),
    postcode: nullable(text),
    language: nullable(text),
    classifications: json<readonly { readonly group: string; readonly value: string }[]>(),
    /** Who has worked the stages that are over, each by its code. */
    workers: json<readonly { readonly stage: string; readonly userId: number }[]>(),
  },
  sql: `
    select c.case_type_id as "caseTypeId", c.case_type_version as version,
      c.is_confidential as "isConfidential", c.rating, c.attributes as fields,
      coalesce(c.place_postcode, p.postcode) as postcode, p.contact_language as language,
      coalesce((
        select jsonb_agg(jsonb_build_object('group', k.group_name, 'value', k.value))
        from case_classifications k
        where k.organisation_id = c.organisation_id and k.case_id = c.case_id
      ), '[]') as classifications, coalesce((
        select jsonb_agg(jsonb_build_object('stage', s.code, 'userId', w))
        from case_stages s, unnest(s.workers) w
        where s.organisation_id = c.organisation_id and s.case_id = c.case_id
      ), '[]') as workers
    from cases c
    left join case_parties r on r.organisation_id = c.organisation_id and r.case_id = c.case_id
      and r.role = 'Customer' and r.position = 0
    left join customers p on p.organisation_id = r.organisation_id
      and p.customer_id = r.customer_id
    where c.organisation_id = :organisationId and c.case_id = :caseId`,
})

/** Which stages a case is in, and who has worked those that are over. */
export const findWorkers = find({
  takes: { caseId: int8 },
  returns: {
    caseTypeId: int8,
    version: int4,
    openStages: json<readonly string[]>(),
    workers: json<readonly { readonly stage: string; readonly userId: number }[]>(),
  },
  sql: `
    select c.case_type_id as "caseTypeId", c.case_type_version as version, coalesce((
        select jsonb_agg(s.code)
        from case_stages s
        where s.organisation_id = c.organisation_id and s.case_id = c.case_id
          and s.started_at is not null and s.ended_at is null
      ), '[]') as "openStages", coalesce((
        select jsonb_agg(jsonb_build_object('stage', s.code, 'userId', w))
        from case_stages s, unnest(s.workers) w
        where s.organisation_id = c.organisation_id and s.case_id = c.case_id
      ), '[]') as workers
    from cases c
    where c.organisation_id = :organisationId and c.case_id = :caseId`,
})

/** What rules ask of a customer. */
export const findCustomer = find({
  takes: { reference: text },
  returns: { postcode: nullable(text), language: nullable(text) },
  sql: `
    select p.postcode, p.contact_language as language
    from customers p
    where p.organisation_id = :organisationId and p.reference = :reference`,
})
