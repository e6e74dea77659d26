import { bool, date, json, text } from '#platform/columns.ts'
import { change, get, list } from '#platform/statement.ts'

export const getHoursRow = get({
  takes: {},
  returns: { settings: json<Readonly<Record<string, unknown>>>() },
  sql: `
    select o.settings
    from organisations o
    where o.organisation_id = :organisationId`,
})

/** The bank holidays that the organisation has added to those shipped, and those that it has retired. */
export const listBankHolidays = list({
  takes: {},
  returns: { calendar: text, on: date, title: text, isRetired: bool },
  sql: `
    select d.calendar, d.day as on, d.name as title, d.retired_at is not null as "isRetired"
    from calendar_days d
    where d.organisation_id = :organisationId and d.kind = 'bank holiday'`,
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
