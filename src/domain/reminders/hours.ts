import { dayOf, divisionOf, isWorkingDay, type Calendar } from '#domain/calendar/index.ts'
import { calendars as holidays } from '#domain/holidays/index.ts'
import { organisationSettings } from '#domain/organisations/index.ts'
import type { Reading } from '#platform/statement.ts'
import { getHoursRow } from './hours-queries.ts'
import type { WorkingTimes } from './working-times.ts'

/** When an organisation wants to hear of its work; times are local, HH:MM. */
export interface Hours {
  /** From then on until `quietUntil`, and on days without work, mail waits. */
  readonly quietFrom: string
  readonly quietUntil: string
  /** When the daily digest goes. */
  readonly digestAt: string
}

export const defaultHours: Hours = Object.freeze({
  quietFrom: '19:00',
  quietUntil: '07:00',
  digestAt: '08:00',
})

/** The hours and the working days of the transaction's organisation. */
export interface OrganisationTimes extends WorkingTimes {
  readonly digestAt: string
}

/** The hours of the transaction's organisation. */
export const ownHours = async (db: Reading): Promise<Hours> =>
  readHours((await getHoursRow(db, {})).settings)

/** When there is work in the transaction's organisation, kept until its settings or its calendar change. */
export const organisationTimes = (db: Reading): Promise<OrganisationTimes> =>
  db.memory.remember('working times', async () => {
    const [hours, { nation }, { calendars }] = await Promise.all([
      ownHours(db),
      organisationSettings(db),
      holidays(db),
    ])
    return timesBy(hours, calendars[divisionOf[nation]])
  })

/** When there is work by hours and a calendar. */
export const timesBy = (
  { quietFrom, quietUntil, digestAt }: Hours,
  { table }: Pick<Calendar, 'table'>,
): OrganisationTimes =>
  Object.freeze({
    dayBegins: quietUntil,
    dayEnds: quietFrom,
    digestAt,
    isWorkingDay: (day: string) => isWorkingDay(table, dayOf(day)),
  })

/** The hours as stored, with the default for each that is not. */
export function readHours(stored: Readonly<Record<string, unknown>>): Hours {
  const known = Object.entries(stored).filter(
    ([name, value]) => name in defaultHours && isTime(value),
  )
  return Object.freeze({ ...defaultHours, ...Object.fromEntries(known) })
}

const isTime = (value: unknown): boolean =>
  typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
