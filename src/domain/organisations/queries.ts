import { int4, int8, json, nullable, text } from '#platform/columns.ts'
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

/** The number that the next case gets, unless a caller has chosen it for another. */
export const getNextCaseNumber = get({
  takes: {},
  returns: { next: int8 },
  sql: `select next_case_number() as next`,
})

/** Has the numbers of cases go on from a higher one; gives the one from which they would have gone on. */
export const raiseCaseNumbers = change({
  takes: { first: int8 },
  returns: { next: int8 },
  sql: `select raise_case_numbers(:first) as next`,
})
