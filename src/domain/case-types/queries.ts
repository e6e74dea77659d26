import { instant, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { change, find, get, list } from '#platform/statement.ts'

const version = {
  caseTypeId: int8,
  version: int4,
  name: text,
  definition: json<unknown>(),
}

/** Of each case type of `t` the version in force: the highest whose moment has come. */
const inForce = `
    join lateral (
      select v.version, v.definition
      from case_type_versions v
      where v.organisation_id = t.organisation_id and v.case_type_id = t.case_type_id
        and (v.in_force_from is null or v.in_force_from <= casewright_now())
      order by v.version desc
      limit 1
    ) v on true`

/** The version in force of every case type, by name. */
export const listCurrentVersions = list({
  takes: {},
  returns: version,
  sql: `
    select t.case_type_id as "caseTypeId", v.version, t.name, v.definition
    from case_types t ${inForce}
    where t.organisation_id = :organisationId
    order by lower(t.name)`,
})

/** The versions that wait for their moment, the next first; of one case type where it is named. */
export const listWaitingVersions = list({
  takes: { name: nullable(text) },
  returns: { caseTypeId: int8, name: text, version: int4, from: instant },
  sql: `
    select t.case_type_id as "caseTypeId", t.name, v.version, coalesce(v.in_force_from, v.published_at) as "from"
    from case_type_versions v
    join case_types t on t.organisation_id = v.organisation_id and t.case_type_id = v.case_type_id
    where v.organisation_id = :organisationId and v.in_force_from > casewright_now()
      and (:name is null or lower(t.name) = lower(:name))
    order by v.in_force_from, v.version`,
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
 * Publishes a definition, from a moment on where one is given: a new case type, or the next version of the one of
 * that name. A definition that is in force already stays as it is.
 */
export const insertVersion = change({
  takes: { name: text, definition: json<unknown>(), now: instant, from: nullable(instant) },
  returns: { caseTypeId: int8, version: int4 },
  sql: `
    with unchanged as (
      select t.case_type_id, v.version
      from case_types t ${inForce}
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
        (organisation_id, case_type_id, version, definition, published_at, in_force_from)
      select :organisationId, case_type_id, current_version, :definition, :now, :from from type
      returning case_type_id, version
    )
    select case_type_id as "caseTypeId", version from published
    union all
    select case_type_id, version from unchanged`,
})

/** The teams to which cases can be routed, by the code that is named: for one that is retired its heir. */
export const listTeams = list({
  takes: {},
  returns: { named: text, teamId: int8, code: text, name: text },
  sql: `
    select t.code as named, h.team_id as "teamId", h.code, h.name
    from teams t
    join teams h on h.organisation_id = t.organisation_id
      and h.team_id = coalesce(t.succeeded_by, t.team_id)
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
