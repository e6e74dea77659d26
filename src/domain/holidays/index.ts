export { insertCalendarDays, listCalendarDays, retireCalendarDays } from './queries.ts'
export { closuresFor } from './closures-for.ts'
export { dayOff, newHolidays } from './new-holidays.ts'
export {
  calendars,
  calendarsKeptBy,
  daysFrom,
  ownCalendars,
  type CalendarDay,
  type OwnCalendars,
} from './own-calendars.ts'
