import { readTypedDay } from '#domain/calendar/index.ts'

const dayThenTime = /^(.+?)(?:,| ) *(?:at +)?(\d{1,2})[:.](\d{2})$/

/** A date or moment as people write it, such as 21/5/2026 14:30, in the form that is read; other texts stay. */
export function readDayFirst(text: string): string {
  const written = text.trim()
  const [, date = written, hour, minute] = dayThenTime.exec(written) ?? []
  const day = isMoment.test(written) ? undefined : readTypedDay(date)
  if (day === undefined) return written
  return hour === undefined ? day : `${day}T${hour.padStart(2, '0')}:${minute}:00`
}

const isMoment = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}/

/** A stored date or moment as people write it, day first; other texts stay. */
export function writeDayFirst(text: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(text) ?? []
  if (day === undefined) return text
  return `${Number(day)}/${Number(month)}/${year}${time === undefined ? '' : ` ${time}`}`
}
