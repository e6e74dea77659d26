import type { Closure } from '#domain/calendar/index.ts'
import type { ClockEvent, Rule } from '#domain/deadlines/index.ts'
import type { OwnCalendars } from './own-calendars.ts'

/** What a rule is put to beside what happened. */
export interface Closed {
  readonly closures: readonly Closure[]
  readonly events: readonly ClockEvent[]
}

/** The closures from a day on that a rule may meet with: the school's where it knows schools, and the body's own. */
export function closuresFor(
  { closures, schoolClosures }: Pick<OwnCalendars, 'closures' | 'schoolClosures'>,
  rule: Rule,
  since: string,
): Closed {
  return {
    closures: closures.length === 0 ? closures : closures.filter(({ to }) => to >= since),
    events:
      schoolClosures.length > 0 && knowsSchools(rule)
        ? schoolClosures.flatMap((each) => clipped(each, since))
        : [],
  }
}

const knowsSchools = ({ versions }: Rule): boolean =>
  versions.some(({ clock }) =>
    clock.some(
      (operation) => operation.operation === 'CLOSE' && operation.during === 'school_closed',
    ),
  )

function clipped({ from, to }: Closure, since: string): readonly ClockEvent[] {
  return to < since ? [] : [{ name: 'school_closed', on: from < since ? since : from, until: to }]
}
