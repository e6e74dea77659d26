import { json } from '#platform/columns.ts'
import { change, get } from '#platform/statement.ts'

export const getHoursRow = get({
  takes: {},
  returns: { settings: json<Readonly<Record<string, unknown>>>() },
  sql: `
    select o.settings
    from organisations o
    where o.organisation_id = :organisationId`,
})

/** Changes hours of the organisation; those that are not named stay. */
export const changeHours = change({
  takes: { hours: json<Readonly<Record<string, string>>>() },
  returns: { settings: json<Readonly<Record<string, unknown>>>() },
  sql: `
    update organisations set settings = settings || :hours
    where organisation_id = :organisationId
    returning settings`,
})
