import { instant, int4, int8, text, textArray } from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'

/** How many people who can sign in have which role: throughout the organisation, or in a team. */
export const countHolders = list({
  takes: {},
  returns: { role: text, people: int4 },
  sql: `
    select h.role, count(distinct h.user_id)::int4 as people
    from (
      select u.role, u.user_id
      from users u
      where u.organisation_id = :organisationId and u.disabled_at is null
      union all
      select m.role, m.user_id
      from team_members m
      join users u on u.organisation_id = m.organisation_id and u.user_id = m.user_id
      where m.organisation_id = :organisationId and u.disabled_at is null
    ) h
    group by h.role
    order by h.role`,
})

/** Those who have a role in a team, by name. */
export const listMembers = list({
  takes: {},
  returns: { userName: text, fullName: text, team: text, teamCode: text, role: text },
  sql: `
    select u.user_name as "userName", u.full_name as "fullName", t.name as team,
      t.code as "teamCode", m.role
    from team_members m
    join users u on u.organisation_id = m.organisation_id and u.user_id = m.user_id
    join teams t on t.organisation_id = m.organisation_id and t.team_id = m.team_id
    where m.organisation_id = :organisationId
    order by u.full_name, u.user_name, t.name`,
})

/** Everybody who can sign in, by name. */
export const listPeople = list({
  takes: {},
  returns: { userName: text, fullName: text },
  sql: `
    select u.user_name as "userName", u.full_name as "fullName"
    from users u
    where u.organisation_id = :organisationId and u.disabled_at is null
    order by u.full_name, u.user_name`,
})

/** What a role may do as the organisation has decided, told by the database itself. */
export const findSavedRole = find({
  takes: { name: text },
  returns: { permissions: textArray },
  sql: `
    select r.permissions
    from roles r
    where r.organisation_id = :organisationId and r.name = :name`,
})

/** Keeps what a role may do. */
export const putRole = change({
  takes: { name: text, permissions: textArray, author: text, now: instant },
  returns: { name: text },
  sql: `
    insert into roles (organisation_id, name, permissions, changed_by, changed_at)
    values (:organisationId, :name, :permissions, :author, :now)
    on conflict (organisation_id, name) do update
      set permissions = excluded.permissions, changed_by = excluded.changed_by,
        changed_at = excluded.changed_at
    returning name`,
})

/** Removes a role that nobody has, disabled people included; no row where somebody has it. */
export const deleteRole = change({
  takes: { name: text },
  returns: { name: text },
  sql: `
    delete from roles r
    where r.organisation_id = :organisationId and r.name = :name
      and not exists (
        select from users u where u.organisation_id = r.organisation_id and u.role = r.name
      )
      and not exists (
        select from team_members m where m.organisation_id = r.organisation_id and m.role = r.name
      )
    returning name`,
})

/** Somebody who can sign in, by user name. */
export const findPerson = find({
  takes: { userName: text },
  returns: { userId: int8 },
  sql: `
    select u.user_id as "userId"
    from users u
    where u.organisation_id = :organisationId and lower(u.user_name) = lower(trim(:userName))
      and u.disabled_at is null`,
})

/** The role that somebody has in a team. */
export const findMemberRole = find({
  takes: { userName: text, teamCode: text },
  returns: { role: text },
  sql: `
    select m.role
    from team_members m
    join users u on u.organisation_id = m.organisation_id and u.user_id = m.user_id
    join teams t on t.organisation_id = m.organisation_id and t.team_id = m.team_id
    where m.organisation_id = :organisationId
      and lower(u.user_name) = lower(trim(:userName))
      and lower(t.code) = lower(trim(:teamCode))`,
})

/** Gives somebody a role in a team, or another; no row where there is no such team. */
export const putMember = change({
  takes: { userId: int8, teamCode: text, role: text },
  returns: { teamId: int8 },
  sql: `
    insert into team_members (organisation_id, team_id, user_id, role)
    select :organisationId, t.team_id, :userId, :role
    from teams t
    where t.organisation_id = :organisationId and lower(t.code) = lower(trim(:teamCode))
      and t.succeeded_by is null
    on conflict (organisation_id, team_id, user_id) do update set role = excluded.role
    returning team_id as "teamId"`,
})

/** Takes somebody's role in a team; no row where they had none. */
export const deleteMember = change({
  takes: { userName: text, teamCode: text },
  returns: { userId: int8, teamId: int8, role: text },
  sql: `
    delete from team_members m
    using users u, teams t
    where m.organisation_id = :organisationId
      and u.organisation_id = m.organisation_id and u.user_id = m.user_id
      and lower(u.user_name) = lower(trim(:userName))
      and t.organisation_id = m.organisation_id and t.team_id = m.team_id
      and lower(t.code) = lower(trim(:teamCode))
    returning m.user_id as "userId", m.team_id as "teamId", m.role`,
})
