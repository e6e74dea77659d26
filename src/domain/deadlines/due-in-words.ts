import { dayInWords, timeInWords } from '#domain/calendar/index.ts'
import type { Deadline } from './deadline.ts'

/** Says in one phrase, with the day of the week, when something is due, or since when its clock is stopped. */
export function dueInWords({ dueOn, dueAt, open, counting, provisional }: Deadline): string {
  if (dueAt !== undefined) return `By ${instantInWords(dueAt)}, UK time`
  if (dueOn !== undefined) {
    const day = `${dayInWords(dueOn)}${provisional ? ', provisionally' : ''}`
    return counting.convention === 'CLEAR_DAYS' ? day : `By the end of ${day}`
  }
  const since = open.map((stop) => stop.since).toSorted()[0]
  return since === undefined
    ? 'There is no date yet'
    : `There is no date: the clock is stopped since ${dayInWords(since)}`
}

/** Writes an instant with its offset as its local time and day, such as 6pm on Friday 9 May 2031. */
export function instantInWords(text: string): string {
  const [date = '', time = ''] = text.split('T')
  const isStart = time.startsWith('00:00')
  return `${timeInWords(time)} ${isStart ? 'at the start of' : 'on'} ${dayInWords(date)}`
}
