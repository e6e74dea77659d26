/** The events that clocks know, each with what it is called and, for an answer, the question that it answers. */
export const clockEvents = {
  clarification_requested: { title: 'Clarification asked for' },
  clarification_received: { title: 'Clarification received', answers: 'clarification_requested' },
  fees_notice_given: { title: 'Fees notice given' },
  fee_received: { title: 'Fee received', answers: 'fees_notice_given' },
  id_requested: { title: 'Identity information asked for' },
  id_received: { title: 'Identity information received', answers: 'id_requested' },
  extension_notified: { title: 'Extension notified' },
  acknowledged: { title: 'Acknowledged' },
  investigation_concluded: { title: 'Investigation concluded' },
  school_closed: { title: 'School closed', isInterval: true },
  answer_day_named: { title: 'Day named for the answer', isAhead: true },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly title: string
      readonly answers?: string
      readonly isInterval?: boolean
      /** Is its day one that is still to come when it is recorded? */
      readonly isAhead?: boolean
    }
  >
>

/** The name of an event that clocks know. */
export type EventName = keyof typeof clockEvents

/** Something that happened to a clock: its day and, of an interval, its last day; dates are YYYY-MM-DD. */
export interface ClockEvent {
  readonly name: EventName
  readonly on: string
  readonly until?: string
}

/** Tells whether clocks know an event of this name. */
export const isEventName = (name: string): name is EventName => Object.hasOwn(clockEvents, name)

/** What an event is called. */
export const titleOf = (name: EventName): string => clockEvents[name].title

/** Tells whether an event is recorded by a day that may lie ahead. */
export const isAhead = (name: string): boolean =>
  isEventName(name) && 'isAhead' in clockEvents[name]
