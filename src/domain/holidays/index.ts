export { insertCalendarDays, listCalendarDays, retireCalendarDays } from './queries.ts'
export { dayOff, newHolidays } from './new-holidays.ts'
export {
  calendars,
  daysFrom,
  ownCalendars,
  type CalendarDay,
  type OwnCalendars,
} from './own-calendars.ts'
