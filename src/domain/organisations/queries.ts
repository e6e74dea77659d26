import { int4, json, text } from '#platform/columns.ts'
import { change, get, list } from '#platform/statement.ts'

type Stored = Readonly<Record<string, unknown>>
const row = { organisationId: int4, name: text, title: text, settings: json<Stored>() }

export const listOrganisationRows = list({
  takes: {},
  returns: row,
  sql: `
    select organisation_id as "organisationId", name, title, settings from list_organisations()`,
})

export const getOwnOrganisation = get({
  takes: {},
  returns: row,
  sql: `
    select organisation_id as "organisationId", name, title, settings
    from organisations where organisation_id = :organisationId`,
})

/** Changes one setting of the organisation; the others stay. */
export const changeSetting = change({
  takes: { setting: text, value: json<boolean | number | string>() },
  returns: {},
  sql: `
    update organisations set settings = settings || jsonb_build_object(:setting, :value)
    where organisation_id = :organisationId`,
})
