import { findDay } from '#domain/calendar/index.ts'
import { clockEvents, isEventName, type ClockEvent } from './clock-event.ts'
import { DeadlineRefused } from './refused.ts'

/** Reads an event written NAME=DATE or, of an interval, NAME=START/END; throws DeadlineRefused. */
export function readEvent(text: string): ClockEvent {
  const [name = ''] = text.split('=', 1)
  if (!isEventName(name))
    throw new DeadlineRefused(
      'unknownEvent',
      `There is no event "${name}"; events are: ${Object.keys(clockEvents).join(', ')}`,
    )
  const isInterval = 'isInterval' in clockEvents[name]
  const dates = text.slice(name.length + 1).split('/')
  const [on = '', until = on] = dates
  if (dates.length !== (isInterval ? 2 : 1) || !dates.every(isDay))
    throw new DeadlineRefused(
      'unreadableDate',
      `"${text}" cannot be read; write ${name}=${isInterval ? '2031-07-24/2031-09-01' : '2031-05-09'}`,
    )
  return isInterval ? { name, on, until } : { name, on }
}

const isDay = (text: string): boolean => findDay(text) !== undefined
