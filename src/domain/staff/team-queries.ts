import { instant, int4, int8, nullable, text } from '#platform/columns.ts'
import { change, find, get, list } from '#platform/statement.ts'

/** The teams with how many work in each, and how many open cases they have; of one that is retired its heir. */
export const listTeamsAtWork = list({
  takes: {},
  returns: {
    code: text,
    name: text,
    department: nullable(text),
    heir: nullable(text),
    people: int4,
    openCases: int4,
  },
  sql: `
    select t.code, t.name, t.department, h.code as heir, (
        select count(*) from users u
        where u.organisation_id = t.organisation_id and u.team_id = t.team_id
          and u.disabled_at is null
      )::int4 as people, (
        select count(*) from cases c
        where c.organisation_id = t.organisation_id and c.team_id = t.team_id
          and c.closed_on is null
      )::int4 as "openCases"
    from teams t
    left join teams h on h.organisation_id = t.organisation_id and h.team_id = t.succeeded_by
    where t.organisation_id = :organisationId
    order by t.succeeded_by is not null, t.name, t.code`,
})

const teamColumns = {
  teamId: int8,
  code: text,
  name: text,
  department: nullable(text),
  directorate: nullable(text),
  manager: nullable(text),
  heir: nullable(text),
}
const team = `
    select t.team_id as "teamId", t.code, t.name, t.department, t.directorate,
      u.user_name as manager, h.code as heir
    from teams t
    left join teams h on h.organisation_id = t.organisation_id and h.team_id = t.succeeded_by
    left join team_managers m on m.organisation_id = t.organisation_id and m.team_id = t.team_id
    left join users u on u.organisation_id = m.organisation_id and u.user_id = m.user_id
    where t.organisation_id = :organisationId and lower(t.code) = lower(trim(:teamCode))`

/** A team by its code. */
export const findTeam = find({ takes: { teamCode: text }, returns: teamColumns, sql: team })

/** A team by its code, kept from others' changes until the transaction ends. */
export const lockTeam = find({
  takes: { teamCode: text },
  returns: teamColumns,
  sql: `${team}
    for no key update of t`,
})

/** What is open and belongs to a team, as far as the reader may know of it, and who belongs to it. */
export const getTeamHoldings = get({
  takes: { teamId: int8 },
  returns: {
    openCases: int4,
    openTasks: int4,
    openRemedies: int4,
    openSteps: int4,
    people: int4,
    roles: int4,
  },
  sql: `
    select (
        select count(*) from cases c
        where c.organisation_id = :organisationId and c.team_id = :teamId and c.closed_on is null
      )::int4 as "openCases", (
        select count(*)
        from tasks k
        join cases c on c.organisation_id = k.organisation_id and c.case_id = k.case_id
        where k.organisation_id = :organisationId and k.team_id = :teamId
          and k.completed_at is null
      )::int4 as "openTasks", (
        select count(*)
        from remedies r
        join cases c on c.organisation_id = r.organisation_id and c.case_id = r.case_id
        where r.organisation_id = :organisationId and r.team_id = :teamId and r.state = 'open'
      )::int4 as "openRemedies", (
        select count(*)
        from clearance_steps s
        join clearances l on l.organisation_id = s.organisation_id
          and l.clearance_id = s.clearance_id
        join cases c on c.organisation_id = l.organisation_id and c.case_id = l.case_id
        where s.organisation_id = :organisationId and s.team_id = :teamId
          and s.state in ('waiting', 'open')
      )::int4 as "openSteps", (
        select count(*) from users u
        where u.organisation_id = :organisationId and u.team_id = :teamId
      )::int4 as people, (
        select count(*) from team_members m
        where m.organisation_id = :organisationId and m.team_id = :teamId
      )::int4 as roles`,
})

/** The case types whose current version names a team by its code. */
export const listTypesNaming = list({
  takes: { code: text },
  returns: { label: text },
  sql: `
    select coalesce(v.definition ->> 'label', t.name) as label
    from case_types t
    join case_type_versions v on v.organisation_id = t.organisation_id
      and v.case_type_id = t.case_type_id and v.version = t.current_version
    where t.organisation_id = :organisationId and exists (
      select from jsonb_path_query(v.definition, 'lax $.**.team') as named
      where lower(named #>> '{}') = lower(:code)
    )
    order by label`,
})

/** Changes what a team is called and where it belongs. */
export const updateTeam = change({
  takes: {
    teamId: int8,
    name: text,
    department: nullable(text),
    directorate: nullable(text),
  },
  returns: { teamId: int8 },
  sql: `
    update teams set name = :name, department = :department, directorate = :directorate
    where organisation_id = :organisationId and team_id = :teamId
    returning team_id as "teamId"`,
})

/** Retires a team: all that is open and belongs to it goes to another, and so do its people. */
export const retireTeamTo = change({
  takes: { teamId: int8, heirId: int8, author: text, now: instant },
  returns: {},
  sql: `select from retire_team(:teamId, :heirId, :author, :now)`,
})

/** Has a team that was retired work again; what went to another stays there. */
export const reviveTeam = change({
  takes: { teamId: int8 },
  returns: {},
  sql: `
    update teams set retired_at = null, succeeded_by = null
    where organisation_id = :organisationId and team_id = :teamId`,
})
