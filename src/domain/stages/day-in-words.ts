import { inWords } from '#domain/calendar/index.ts'
import { writeLocalDate } from '#platform/local-time.ts'

/** The local day of a moment in words, such as 6 July 2026. */
export const dayInWords = (moment: string | Date): string =>
  inWords(writeLocalDate(new Date(moment)))
