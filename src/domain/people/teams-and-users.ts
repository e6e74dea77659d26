import { instant, int8, nullable, text } from '#platform/columns.ts'
import { change, list } from '#platform/statement.ts'

const teamColumns = {
  code: text,
  name: text,
  department: nullable(text),
  directorate: nullable(text),
}

/** The teams of the organisation, by code, those that are retired too: which team has taken their place. */
export const listTeams = list({
  takes: {},
  returns: { ...teamColumns, heir: nullable(text) },
  sql: `
    select t.code, t.name, t.department, t.directorate, h.code as heir
    from teams t
    left join teams h on h.organisation_id = t.organisation_id and h.team_id = t.succeeded_by
    where t.organisation_id = :organisationId
    order by t.code`,
})

/** The teams that work, by name, to choose from. */
export const listTeamNames = list({
  takes: {},
  returns: { teamId: int8, code: text, name: text },
  sql: `
    select t.team_id as "teamId", t.code, t.name
    from teams t
    where t.organisation_id = :organisationId and t.succeeded_by is null
    order by lower(t.name), t.code`,
})

/** Makes a team; no row where the code is taken, whatever its case. */
export const insertTeam = change({
  takes: teamColumns,
  returns: { teamId: int8 },
  sql: `
    insert into teams (organisation_id, code, name, department, directorate)
    select :organisationId, :code, :name, :department, :directorate
    where not exists (
      select from teams t
      where t.organisation_id = :organisationId and lower(t.code) = lower(:code)
    )
    on conflict do nothing
    returning team_id as "teamId"`,
})

/** Makes a person of the team with the code, or of none; a team that is not there gives no row. */
export const insertUser = change({
  takes: {
    userName: text,
    fullName: text,
    email: text,
    role: text,
    team: nullable(text),
    jobTitle: nullable(text),
    now: instant,
  },
  returns: { userId: int8 },
  sql: `
    insert into users
      (organisation_id, user_name, full_name, email, role, team_id, department,
        job_title, created_at)
    select :organisationId, :userName, :fullName, :email, :role, t.team_id, t.department,
      :jobTitle, :now
    from (select) as one
    left join teams t on t.organisation_id = :organisationId and lower(t.code) = lower(:team)
      and t.succeeded_by is null
    where :team is null or t.team_id is not null
    returning user_id as "userId"`,
})

/**
 * Lets a person sign in no longer and ends their sessions and sign-in links, so that none comes back when they
 * are enabled again; no row where nobody active has the address.
 */
export const disableUser = change({
  takes: { email: text, now: instant },
  returns: { userId: int8, userName: text },
  sql: `
    with disabled as (
      update users set disabled_at = :now
      where organisation_id = :organisationId and lower(email) = lower(:email)
        and disabled_at is null
      returning organisation_id, user_id, user_name
    ), ended as (
      update sessions s set ended_at = :now
      from disabled d
      where s.organisation_id = d.organisation_id and s.user_id = d.user_id and s.ended_at is null
    ), lapsed as (
      update sign_in_links l set expires_at = :now
      from disabled d
      where l.organisation_id = d.organisation_id and l.user_id = d.user_id and l.expires_at > :now
    )
    select user_id as "userId", user_name as "userName" from disabled`,
})

/** Lets a disabled person sign in again; no row where nobody disabled has the address. */
export const enableUser = change({
  takes: { email: text },
  returns: { userId: int8, userName: text },
  sql: `
    update users set disabled_at = null
    where organisation_id = :organisationId and lower(email) = lower(:email)
      and disabled_at is not null
    returning user_id as "userId", user_name as "userName"`,
})

/** Gives a person another role, and tells which they had; no row where nobody has the address. */
export const changeRole = change({
  takes: { email: text, role: text },
  returns: { userId: int8, userName: text, before: text },
  sql: `
    with held as (
      select u.organisation_id, u.user_id, u.role
      from users u
      where u.organisation_id = :organisationId and lower(u.email) = lower(:email)
      for update
    )
    update users u set role = :role
    from held h
    where u.organisation_id = h.organisation_id and u.user_id = h.user_id
    returning u.user_id as "userId", u.user_name as "userName", h.role as before`,
})

/** Puts a person into the team with the code, or into none. */
export const moveToTeam = change({
  takes: { email: text, team: nullable(text) },
  returns: {},
  sql: `
    update users u
    set team_id = (
      select coalesce(t.succeeded_by, t.team_id) from teams t
      where t.organisation_id = :organisationId and t.code = :team
    )
    where u.organisation_id = :organisationId and lower(u.email) = lower(:email)`,
})
