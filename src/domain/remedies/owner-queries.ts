import { int8, nullable, text } from '#platform/columns.ts'
import { get } from '#platform/statement.ts'

/** The numbers of a person who works here, with the role, and of a team; null for one that is not named or not there. */
export const getOwner = get({
  takes: { userName: nullable(text), teamCode: nullable(text) },
  returns: { userId: nullable(int8), role: nullable(text), teamId: nullable(int8) },
  sql: `
    select u.user_id as "userId", u.role, (
        select coalesce(t.succeeded_by, t.team_id)
        from teams t
        where t.organisation_id = :organisationId and lower(t.code) = lower(trim(:teamCode))
        order by t.code = trim(:teamCode) desc
        limit 1
      ) as "teamId"
    from (select) one
    left join users u on u.organisation_id = :organisationId
      and lower(u.user_name) = lower(trim(:userName)) and u.disabled_at is null`,
})
