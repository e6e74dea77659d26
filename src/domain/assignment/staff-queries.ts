import { date, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'

/** Somebody who can sign in, by user name, else by e-mail address. */
export const findStaff = find({
  takes: { name: text },
  returns: { userId: int8, userName: text, role: text, teamId: nullable(int8) },
  sql: `
    select u.user_id as "userId", u.user_name as "userName", u.role, u.team_id as "teamId"
    from users u
    where u.organisation_id = :organisationId and u.disabled_at is null
      and lower(trim(:name)) in (lower(u.user_name), lower(u.email))
    order by lower(u.user_name) = lower(trim(:name)) desc
    limit 1`,
})

/** The same by number. */
export const findStaffByNumber = find({
  takes: { userId: int8 },
  returns: { userId: int8, userName: text, role: text, teamId: nullable(int8) },
  sql: `
    select u.user_id as "userId", u.user_name as "userName", u.role, u.team_id as "teamId"
    from users u
    where u.organisation_id = :organisationId and u.disabled_at is null and u.user_id = :userId`,
})

/** Everybody who can sign in, by name: their open cases, and until when they are away. */
export const listStaff = list({
  takes: { today: date },
  returns: {
    userId: int8,
    userName: text,
    fullName: text,
    role: text,
    team: nullable(text),
    openWork: int4,
    awayUntil: nullable(date),
    standIn: nullable(text),
    skills: json<readonly string[]>(),
  },
  sql: `
    select u.user_id as "userId", u.user_name as "userName", u.full_name as "fullName", u.role,
      t.name as team, (
        select count(*)
        from cases c
        where c.organisation_id = u.organisation_id and c.assigned_user_id = u.user_id
          and c.closed_on is null
      )::int4 as "openWork", a.until_on as "awayUntil", s.full_name as "standIn",
      coalesce((
        select jsonb_agg(k.skill order by lower(k.skill))
        from user_skills k
        where k.organisation_id = u.organisation_id and k.user_id = u.user_id
      ), '[]') as skills
    from users u
    left join teams t on t.organisation_id = u.organisation_id and t.team_id = u.team_id
    left join absences a on a.organisation_id = u.organisation_id and a.user_id = u.user_id
      and :today between a.from_on and a.until_on
    left join users s on s.organisation_id = a.organisation_id
      and s.user_id = a.stand_in_user_id and s.disabled_at is null
    where u.organisation_id = :organisationId and u.disabled_at is null
    order by u.full_name, u.user_name`,
})

/** Gives a person a skill; no row where the person has it, whatever its case. */
export const addSkill = change({
  takes: { userId: int8, skill: text },
  returns: { skill: text },
  sql: `
    insert into user_skills (organisation_id, user_id, skill)
    values (:organisationId, :userId, :skill)
    on conflict do nothing
    returning skill`,
})

/** Takes a skill from a person; no row where the person does not have it. */
export const removeSkill = change({
  takes: { userId: int8, skill: text },
  returns: { skill: text },
  sql: `
    delete from user_skills
    where organisation_id = :organisationId and user_id = :userId and lower(skill) = lower(:skill)
    returning skill`,
})

/** Gives a person these skills and no others. */
export const replaceSkills = change({
  takes: { userId: int8, skills: json<readonly string[]>() },
  returns: {},
  sql: `
    with gone as (
      delete from user_skills s
      where s.organisation_id = :organisationId and s.user_id = :userId
        and lower(s.skill) not in (
          select lower(w.value) from jsonb_array_elements_text(:skills) w)
    )
    insert into user_skills (organisation_id, user_id, skill)
    select :organisationId, :userId, w.value from jsonb_array_elements_text(:skills) w
    on conflict do nothing`,
})

/** Who has which skill, of all or of one person. */
export const listSkills = list({
  takes: { userId: nullable(int8) },
  returns: { userName: text, skill: text },
  sql: `
    select u.user_name as "userName", s.skill
    from user_skills s
    join users u on u.organisation_id = s.organisation_id and u.user_id = s.user_id
    where s.organisation_id = :organisationId and (:userId is null or s.user_id = :userId)
    order by lower(u.user_name), lower(s.skill)`,
})
