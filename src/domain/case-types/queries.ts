import { instant, int4, int8, json, text } from '#platform/columns.ts'
import { change, find, get, list } from '#platform/statement.ts'

const version = {
  caseTypeId: int8,
  version: int4,
  name: text,
  definition: json<unknown>(),
}

/** The current version of every case type, by name. */
export const listCurrentVersions = list({
  takes: {},
  returns: version,
  sql: `
    select t.case_type_id as "caseTypeId", v.version, t.name, v.definition
    from case_types t
    join case_type_versions v on v.organisation_id = t.organisation_id
      and v.case_type_id = t.case_type_id and v.version = t.current_version
    where t.organisation_id = :organisationId
    order by lower(t.name)`,
})

/** One version, current or not. */
export const findVersion = find({
  takes: { caseTypeId: int8, version: int4 },
  returns: version,
  sql: `
    select v.case_type_id as "caseTypeId", v.version, t.name, v.definition
    from case_type_versions v
    join case_types t on t.organisation_id = v.organisation_id and t.case_type_id = v.case_type_id
    where v.organisation_id = :organisationId and v.case_type_id = :caseTypeId
      and v.version = :version`,
})

/**
 * Publishes a definition: a new case type, or the next version of the one of that name. A definition that
 * is current already stays as it is.
 */
export const insertVersion = change({
  takes: { name: text, definition: json<unknown>(), now: instant },
  returns: { caseTypeId: int8, version: int4 },
  sql: `
    with unchanged as (
      select v.case_type_id, v.version
      from case_types t
      join case_type_versions v on v.organisation_id = t.organisation_id
        and v.case_type_id = t.case_type_id and v.version = t.current_version
      where t.organisation_id = :organisationId and lower(t.name) = lower(:name)
        and v.definition = :definition
    ), type as (
      insert into case_types (organisation_id, name, current_version)
      select :organisationId, :name, 1
      where not exists (select from unchanged)
      on conflict (organisation_id, lower(name)) do update
      set current_version = case_types.current_version + 1, name = excluded.name
      returning case_type_id, current_version
    ), published as (
      insert into case_type_versions
        (organisation_id, case_type_id, version, definition, published_at)
      select :organisationId, case_type_id, current_version, :definition, :now from type
      returning case_type_id, version
    )
    select case_type_id as "caseTypeId", version from published
    union all
    select case_type_id, version from unchanged`,
})

/** The teams to which cases can be routed. */
export const listTeams = list({
  takes: {},
  returns: { teamId: int8, code: text, name: text },
  sql: `
    select t.team_id as "teamId", t.code, t.name
    from teams t
    where t.organisation_id = :organisationId
    order by t.code`,
})

/** The names of those who can sign in, and the skills that any of them has. */
export const getPeopleNamed = get({
  takes: {},
  returns: { userNames: json<readonly string[]>(), skills: json<readonly string[]>() },
  sql: `
    select coalesce((
        select jsonb_agg(u.user_name)
        from users u
        where u.organisation_id = :organisationId and u.disabled_at is null
      ), '[]') as "userNames",
      coalesce((
        select jsonb_agg(distinct s.skill)
        from user_skills s
        join users u on u.organisation_id = s.organisation_id and u.user_id = s.user_id
          and u.disabled_at is null
        where s.organisation_id = :organisationId
      ), '[]') as skills`,
})

/** The letters that can be written. */
export const listTemplates = list({
  takes: {},
  returns: { code: text },
  sql: `
    select l.code
    from letter_templates l
    where l.organisation_id = :organisationId
    order by l.code`,
})
