import { bool, date, instant, int8, nullable, text } from '#platform/columns.ts'
import { change, get, list } from '#platform/statement.ts'

/** What changes a clock beside events. */
type ClockChange = 'receiptCorrected' | 'deadlineOverridden' | 'overrideLifted' | 'recomputed'

export const insertClockEvent = change({
  takes: {
    caseId: int8,
    track: text,
    stage: text,
    name: text,
    on: date,
    at: nullable(instant),
    until: nullable(date),
    reason: nullable(text),
    author: text,
    now: instant,
  },
  returns: { clockEventId: int8 },
  sql: `
    insert into clock_events (organisation_id, case_id, track, stage, name, happened_on,
      happened_at, until_on, reason, recorded_by, recorded_at)
    values (:organisationId, :caseId, :track, :stage, :name, :on, :at, :until, :reason, :author,
      :now)
    returning clock_event_id as "clockEventId"`,
})

export const withdrawClockEventOfCase = change({
  takes: { caseId: int8, clockEventId: int8, reason: text, author: text, now: instant },
  returns: {},
  sql: `
    update clock_events
    set withdrawn_by = :author, withdrawn_at = :now, withdrawn_reason = :reason
    where organisation_id = :organisationId and case_id = :caseId
      and clock_event_id = :clockEventId and withdrawn_at is null`,
})

/** What happened to the clock of a case, withdrawn or not, in the order in which it happened. */
export const listClockEvents = list({
  takes: { caseId: int8 },
  returns: {
    clockEventId: int8,
    track: text,
    stage: text,
    name: text,
    on: date,
    until: nullable(date),
    reason: nullable(text),
    recordedBy: text,
    recordedAt: instant,
    isWithdrawn: bool,
    withdrawnBy: nullable(text),
    withdrawnAt: nullable(instant),
    withdrawnReason: nullable(text),
  },
  sql: `
    select e.clock_event_id as "clockEventId", e.track, e.stage, e.name, e.happened_on as "on",
      e.until_on as until, e.reason, e.recorded_by as "recordedBy",
      e.recorded_at as "recordedAt", e.withdrawn_at is not null as "isWithdrawn",
      e.withdrawn_by as "withdrawnBy", e.withdrawn_at as "withdrawnAt",
      e.withdrawn_reason as "withdrawnReason"
    from clock_events e
    where e.organisation_id = :organisationId and e.case_id = :caseId
    order by e.happened_on, e.clock_event_id`,
})

/**
 * When the receipt of a case was corrected, dates were set by hand or a recomputation moved them, by whom and why,
 * in that order.
 */
export const listClockChanges = list({
  takes: { caseId: int8 },
  returns: {
    kind: { ...text, value: 'receiptCorrected' as ClockChange },
    before: nullable(text),
    after: nullable(text),
    deadline: nullable(text),
    reason: nullable(text),
    by: text,
    at: instant,
  },
  sql: `
    select e.kind, coalesce(e.particulars ->> 'before', m.move ->> 'before') as before,
      coalesce(e.particulars ->> 'after', m.move ->> 'after') as after,
      e.particulars ->> 'deadline' as deadline, e.particulars ->> 'reason' as reason,
      e.actor as "by", e.occurred_at as "at"
    from case_events e
    left join lateral (
      select move
      from jsonb_array_elements(e.particulars -> 'moves') as move
      where move ->> 'code' = e.particulars ->> 'deadline'
      limit 1
    ) m on true
    where e.organisation_id = :organisationId and e.case_id = :caseId
      and e.kind in ('receiptCorrected', 'deadlineOverridden', 'overrideLifted')
    union all
    select 'recomputed', d.due_before, d.due_after, d.code, r.reason, r.requested_by, d.moved_at
    from deadline_moves d
    join recomputations r using (organisation_id, recomputation_id)
    where d.organisation_id = :organisationId and d.case_id = :caseId
    order by "at"`,
})

/** Corrects when a case was received, and of its stages those that began with it. */
export const updateReceipt = change({
  takes: {
    caseId: int8,
    receivedAt: instant,
    receivedOn: date,
    receivedBefore: date,
    method: nullable(text),
  },
  returns: {},
  sql: `
    with stages as (
      update case_stages
      set received_on = :receivedOn
      where organisation_id = :organisationId and case_id = :caseId
        and received_on = :receivedBefore and received_at is null
    )
    update cases
    set received_at = :receivedAt, received_on = :receivedOn,
      received_method = coalesce(:method, received_method)
    where organisation_id = :organisationId and case_id = :caseId`,
})

/** Gives the channel by which a case was received, as the list of channels has it. */
export const getReceivedMethod = get({
  takes: { caseId: int8 },
  returns: { method: nullable(text) },
  sql: `
    select received_method as method from cases
    where organisation_id = :organisationId and case_id = :caseId`,
})

/** Says who set the date of a deadline and why; nobody where `reason` is null. */
export const updateOverride = change({
  takes: {
    caseId: int8,
    track: text,
    stage: text,
    code: text,
    reason: nullable(text),
    author: nullable(text),
  },
  returns: {},
  sql: `
    update case_deadlines
    set override_reason = :reason, overridden_by = :author
    where organisation_id = :organisationId and case_id = :caseId and track = :track
      and stage = :stage and code = :code`,
})
