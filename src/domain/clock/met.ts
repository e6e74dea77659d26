import type { Receipt } from '#domain/calendar/index.ts'
import type { DeadlineSpec } from '#domain/procedures/index.ts'
import type { DatedCase, DatedEvent } from './dated-case.ts'
import type { Span } from './dated-thing.ts'

/** Whether a deadline was met or is no longer needed, and since when; undefined while it runs. */
export interface Met {
  readonly state: 'met' | 'ended' | undefined
  readonly on: string | null
  readonly at: string | null
}

interface Question {
  readonly span: Span
  readonly spec: DeadlineSpec
  readonly events: readonly DatedEvent[]
  readonly trigger: Receipt | undefined
}

const running: Met = Object.freeze({ state: undefined, on: null, at: null })
const ended: Met = Object.freeze({ state: 'ended', on: null, at: null })

/** What became of a deadline: met by its event, or by the end of its stage or case where that was an answer. */
export function metOf(dated: DatedCase, question: Question): Met {
  const { span, spec, trigger } = question
  const meeting = meetingEvent(question)
  if (meeting) return { state: 'met', on: meeting.on, at: meeting.at }
  if (span.endedOn === null) return running
  if (spec.metBy !== 'end' || !trigger) return ended
  return isAnswered(dated, span.endedOn) ? { state: 'met', on: span.endedOn, at: null } : ended
}

function meetingEvent({ span, spec, events, trigger }: Question): DatedEvent | undefined {
  const { metBy } = spec
  if (metBy === 'end') return undefined
  const since = trigger?.on ?? span.started.on
  return events.find(({ name, on }) => name === metBy.event && on >= since)
}

/** What ended with a case that was withdrawn, rejected or returned was not answered. */
const isAnswered = ({ closedOn, isAnswered: wasAnswered }: DatedCase, endedOn: string): boolean =>
  closedOn === null || wasAnswered || endedOn < closedOn
