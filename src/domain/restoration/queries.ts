import { bool, int4, json, nullable, text } from '#platform/columns.ts'
import { find } from '#platform/statement.ts'

/** The definition that a case type had in a version. */
export const findDefinition = find({
  takes: { name: text, version: int4 },
  returns: { definition: json<unknown>() },
  sql: `
    select v.definition
    from case_types t
    join case_type_versions v
      on v.organisation_id = t.organisation_id and v.case_type_id = t.case_type_id
    where t.organisation_id = :organisationId and lower(t.name) = lower(:name)
      and v.version = :version`,
})

export const findPersonStanding = find({
  takes: { userName: text },
  returns: { email: text, role: text, maySignIn: bool, team: nullable(text) },
  sql: `
    select u.email, u.role, u.disabled_at is null as "maySignIn", t.code as team
    from users u
    left join teams t on t.organisation_id = u.organisation_id and t.team_id = u.team_id
    where u.organisation_id = :organisationId and u.user_name = :userName`,
})
