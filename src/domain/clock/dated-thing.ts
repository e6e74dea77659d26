import type { Receipt } from '#domain/calendar/index.ts'
import { isAhead } from '#domain/deadlines/index.ts'
import type { DeadlineSpec, ProcedureStage, Track } from '#domain/procedures/index.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import type { DatedCase, DatedEvent, DatedStage, Scope } from './dated-case.ts'

/** A case or a stage of it that has deadlines of its own, with the days between which it ran. */
export interface Span extends Scope {
  /** The stage as the procedure has it; absent: the case as a whole. */
  readonly of?: { readonly track: Track; readonly stage: ProcedureStage }
  readonly started: Receipt
  readonly endedOn: string | null
}

/** The span of a case as a whole. */
export const spanOfCase = (dated: DatedCase): Span => ({
  track: '',
  stage: '',
  started: { on: dated.receivedOn, at: dated.receivedAt.toISOString() },
  endedOn: dated.closedOn,
})

/** The span of a stage; a stage that came with the case began when the case was received. */
export function spanOfStage(
  dated: DatedCase,
  entered: DatedStage,
  of: NonNullable<Span['of']>,
): Span {
  return {
    track: entered.track,
    stage: entered.code,
    of,
    started: startOf(dated, entered),
    endedOn: entered.endedAt === null ? dated.closedOn : localDate(entered.endedAt),
  }
}

function startOf(dated: DatedCase, { receivedOn, receivedAt, startedAt }: DatedStage): Receipt {
  if (receivedAt) return { on: localDate(receivedAt), at: new Date(receivedAt).toISOString() }
  const startedOn = startedAt === null ? undefined : localDate(startedAt)
  const on = receivedOn ?? startedOn ?? dated.receivedOn
  if (startedAt !== null && startedOn === on) return { on, at: new Date(startedAt).toISOString() }
  return on === dated.receivedOn ? { on, at: dated.receivedAt.toISOString() } : { on }
}

/** The local date of a moment. */
export const localDate = (moment: string): string => writeLocalDate(new Date(moment))

/**
 * The events that count within a span: its own, and those of the case as a whole that happened while it ran. What
 * began with the case takes those before it as well, so that its rule can say that they cannot be.
 */
export function eventsWithin(dated: DatedCase, span: Span): readonly DatedEvent[] {
  if (dated.events.length === 0) return dated.events
  const beganWithCase = span.started.on === dated.receivedOn
  return dated.events.filter((event) => {
    const { track, stage, on } = event
    if (track === span.track && stage === span.stage) return true
    if (track !== '' || stage !== '') return false
    return isUntil(event, span.endedOn) && (beganWithCase || on >= span.started.on)
  })
}

/** What is recorded of a day that lies ahead was known before that day. */
const isUntil = ({ name, on }: DatedEvent, end: string | null): boolean =>
  end === null || on <= end || isAhead(name)

/** The events that a deadline's rule is put to: within its span or, where it counts from receipt, all since then. */
export const eventsFor = (
  dated: DatedCase,
  span: Span,
  { from }: Pick<DeadlineSpec, 'from'>,
): readonly DatedEvent[] =>
  eventsWithin(
    dated,
    from.kind === 'received' ? { ...span, started: spanOfCase(dated).started } : span,
  )
