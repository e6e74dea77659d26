import { findDay } from '#domain/calendar/index.ts'
import { clockEvents, isEventName, type ClockEvent, type EventName } from './clock-event.ts'
import { DeadlineRefused } from './refused.ts'

/** Reads an event written NAME=DATE or, of an interval, NAME=START/END; throws DeadlineRefused. */
export function readEvent(text: string): ClockEvent {
  const [name = ''] = text.split('=', 1)
  if (!isEventName(name))
    throw new DeadlineRefused(
      'unknownEvent',
      `There is no event "${name}"; events are: ${Object.keys(clockEvents).join(', ')}`,
    )
  const dates = text.slice(name.length + 1).split('/')
  const isInterval = 'isInterval' in clockEvents[name]
  const event = dates.every(isDay) ? eventOf(name, dates, isInterval) : undefined
  if (event) return event
  throw new DeadlineRefused(
    'unreadableDate',
    `"${text}" cannot be read; write ${name}=${isInterval ? '2031-07-24/2031-09-01' : '2031-05-09'}`,
  )
}

const isDay = (text: string): boolean => findDay(text) !== undefined

function eventOf(
  name: EventName,
  [on = '', until, ...more]: readonly string[],
  isInterval: boolean,
): ClockEvent | undefined {
  if (more.length > 0 || isInterval !== (until !== undefined)) return undefined
  return until === undefined ? { name, on } : { name, on, until }
}
