import { changeCalendar } from './change-calendar.ts'
import { getCalendar } from './get-calendar.ts'
import { previewCalendar } from './preview-calendar.ts'

export { changeDays } from './change-days.ts'
export {
  calendarNames,
  overlaid,
  plannedChange,
  withShipped,
  type PlannedChange,
  type WantedChange,
} from './wanted.ts'
export { changeCalendar, getCalendar, previewCalendar }
export const operations = [getCalendar, previewCalendar, changeCalendar]
