import { int4, json, nullable, text } from '#platform/columns.ts'
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

/** The organisation itself, kept from others' changes until the transaction ends, and with it its lists and calendar. */
export const lockOwnOrganisation = get({
  takes: {},
  returns: row,
  sql: `
    select organisation_id as "organisationId", name, title, settings
    from organisations where organisation_id = :organisationId
    for no key update`,
})

/** Changes settings, and what the organisation is called where that is given; other settings stay. */
export const changeSettings = change({
  takes: { title: nullable(text), settings: json<Stored>() },
  returns: {},
  sql: `
    update organisations set title = coalesce(:title, title), settings = settings || :settings
    where organisation_id = :organisationId`,
})
