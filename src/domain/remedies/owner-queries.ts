import { int8, nullable, text } from '#platform/columns.ts'
import { get, list } from '#platform/statement.ts'

/** The numbers of a person who works here and of a team; null for one that is not named or not there. */
export const getOwner = get({
  takes: { userName: nullable(text), teamCode: nullable(text) },
  returns: { userId: nullable(int8), teamId: nullable(int8) },
  sql: `
    select (
        select u.user_id
        from users u
        where u.organisation_id = :organisationId and lower(u.user_name) = lower(trim(:userName))
          and u.disabled_at is null
      ) as "userId", (
        select t.team_id
        from teams t
        where t.organisation_id = :organisationId and lower(t.code) = lower(trim(:teamCode))
        order by t.code = trim(:teamCode) desc
        limit 1
      ) as "teamId"`,
})

/** The people who work here, by name. */
export const listPeople = list({
  takes: {},
  returns: { userName: text, fullName: text },
  sql: `
    select u.user_name as "userName", u.full_name as "fullName"
    from users u
    where u.organisation_id = :organisationId and u.disabled_at is null
    order by u.full_name, u.user_name`,
})
