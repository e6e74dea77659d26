import { int4, json, text } from '#platform/columns.ts'
import { get, list } from '#platform/statement.ts'

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
