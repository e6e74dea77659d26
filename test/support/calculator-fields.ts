import { writeWithOffset } from '#domain/calendar/index.ts'
import type { Vector } from '#domain/deadlines/index.ts'

/** What a reader would type into the calculator for a row of a file of examples. */
export function calculatorFields({
  rule,
  nation,
  received,
  events,
}: Vector): Record<string, string> {
  const rows = new Map<string, number>()
  const ofEvents = events.flatMap(({ name, on, until }) => {
    const row = (rows.get(name) ?? 0) + 1
    rows.set(name, row)
    return [
      ...typedDate(`${name}-${row}`, on),
      ...(until === undefined ? [] : typedDate(`${name}-${row}-until`, until)),
    ]
  })
  const at = received.at === undefined ? undefined : writeWithOffset(new Date(received.at))
  return Object.fromEntries([
    ['rule', rule],
    ['nation', nation],
    ...typedDate('received', received.on),
    ...(at === undefined
      ? []
      : [
          ['time', at.slice(11, 16)],
          ['clock', at.endsWith('+01:00') ? 'BST' : 'GMT'],
        ]),
    ...ofEvents,
  ])
}

/** The three fields of a date, YYYY-MM-DD, under a prefix. */
export const typedDate = (prefix: string, date: string): [string, string][] => {
  const [year = '', month = '', day = ''] = date.split('-')
  return [
    [`${prefix}-day`, String(Number(day))],
    [`${prefix}-month`, String(Number(month))],
    [`${prefix}-year`, year],
  ]
}
