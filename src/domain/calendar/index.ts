export { divisions, shippedHolidays, type BankHoliday, type Division } from './bank-holidays.ts'
export {
  calendarFrom,
  provisionalInWords,
  type Calendar,
  type Provisional,
} from './kept-calendar.ts'
export { houses, houseTitles, isHouse, type House, type SittingDay } from './sitting-days.ts'
export { readCalendarFile, type FileDays, type ReadFile } from './calendar-file.ts'
export {
  calendarNames,
  calendarOf,
  calendarsOf,
  calendarTitle,
  nameOfDayOff,
  provisionalOver,
  shippedCalendars,
  withSaturdays,
  type CalendarName,
  type Calendars,
  type HolidayChanges,
} from './calendar.ts'
export {
  correspondingDay,
  dayInWords,
  dayOf,
  findDay,
  inWords,
  isoOf,
  lastDayOfMonths,
  timeInWords,
  weekdayOf,
} from './day.ts'
export { divisionOf, isNation, nations, type Closure, type Nation } from './nation.ts'
export {
  readReceipt,
  receiptAt,
  writeWithOffset,
  type ReadReceipt,
  type Receipt,
} from './receipt.ts'
export {
  afterWorkingDays,
  isWorkingDay,
  rolledForward,
  workingDaysBetween,
} from './working-days.ts'
export { compareHolidays, type HolidayDifference } from './compare-holidays.ts'
export { moment } from './moment.ts'
export { monthNumber, readTypedDay, typedDate } from './typed-date.ts'
