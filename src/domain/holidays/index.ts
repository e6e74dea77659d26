export { insertCalendarDays, listCalendarDays, retireCalendarDays } from './queries.ts'
export { closuresFor } from './closures-for.ts'
export { bankHoliday, dayOff, newDays } from './new-holidays.ts'
export {
  calendars,
  calendarsKeptBy,
  daysFrom,
  ownCalendars,
  type CalendarDay,
  type OwnCalendars,
} from './own-calendars.ts'
