import type { Break } from '#platform/audit-chain.ts'
import { bool, instant, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'

/** An entry of the audit, as statements give it. */
export const auditEntry = {
  entryId: int8,
  occurredAt: instant,
  actor: text,
  operation: text,
  outcome: text,
  caseId: nullable(int8),
  particulars: json<Readonly<Record<string, unknown>>>(),
  requestId: text,
}

/** Its columns, of `audit_entries e`. */
export const auditEntryColumns = `e.entry_id as "entryId", e.occurred_at as "occurredAt", e.actor, e.operation, e.outcome,
      e.case_id as "caseId", e.particulars, e.request_id as "requestId"`

/** A stretch of the audit, newest first; what is about a case only where the reader may know of the case. */
export const listEntries = list({
  takes: {
    before: nullable(int8),
    since: nullable(int8),
    who: nullable(text),
    operation: nullable(text),
    isDone: nullable(bool),
    caseNumber: nullable(int8),
    fromAt: nullable(instant),
    untilAt: nullable(instant),
    most: int4,
  },
  returns: auditEntry,
  sql: `
    select ${auditEntryColumns}
    from audit_entries e
    where e.organisation_id = :organisationId
      and (:before is null or e.entry_id < :before)
      and (:since is null or e.entry_id >= :since)
      and (:who is null or strpos(lower(e.actor), lower(:who)) > 0)
      and (:operation is null or e.operation = :operation)
      and (:isDone is null or (e.outcome = 'done') = :isDone)
      and (:caseNumber is null or e.case_id = :caseNumber)
      and (:fromAt is null or e.occurred_at >= :fromAt)
      and (:untilAt is null or e.occurred_at < :untilAt)
      and (e.case_id is null or exists (
        select from cases c
        where c.organisation_id = e.organisation_id and c.case_id = e.case_id))
    order by e.entry_id desc
    limit :most`,
})

/** How far back so many entries reach, where there are older ones still. */
export const findReach = find({
  takes: { before: nullable(int8), many: int4 },
  returns: { entryId: int8, occurredAt: instant },
  sql: `
    select e.entry_id as "entryId", e.occurred_at as "occurredAt"
    from audit_entries e
    where e.organisation_id = :organisationId and (:before is null or e.entry_id < :before)
    order by e.entry_id desc
    offset :many limit 1`,
})

/** A check of the chain that has been asked for and is not over. */
export const insertVerification = change({
  takes: { by: text, now: instant },
  returns: { verificationId: int8 },
  sql: `
    insert into audit_verifications (organisation_id, asked_by, asked_at)
    values (:organisationId, :by, :now)
    returning verification_id as "verificationId"`,
})

export const finishVerification = change({
  takes: {
    verificationId: int8,
    now: instant,
    linked: int8,
    waiting: int8,
    head: text,
    breaks: json<readonly Break[]>(),
  },
  returns: {},
  sql: `
    update audit_verifications
    set finished_at = :now, linked = :linked, waiting = :waiting, head = :head, breaks = :breaks
    where organisation_id = :organisationId and verification_id = :verificationId`,
})

/** The last check of the chain that is over. */
export const findLastVerification = find({
  takes: {},
  returns: {
    askedBy: text,
    finishedAt: instant,
    linked: int8,
    waiting: int8,
    head: text,
    breaks: json<readonly Break[]>(),
  },
  sql: `
    select v.asked_by as "askedBy", coalesce(v.finished_at, v.asked_at) as "finishedAt",
      coalesce(v.linked, 0) as linked, coalesce(v.waiting, 0) as waiting,
      coalesce(v.head, '') as head, coalesce(v.breaks, '[]') as breaks
    from audit_verifications v
    where v.organisation_id = :organisationId and v.finished_at is not null
    order by v.verification_id desc
    limit 1`,
})

/** A check that was asked for lately and is not over; one of longer ago has failed for good. */
export const findRunningVerification = find({
  takes: { since: instant },
  returns: { askedAt: instant },
  sql: `
    select v.asked_at as "askedAt"
    from audit_verifications v
    where v.organisation_id = :organisationId and v.finished_at is null and v.asked_at > :since
    order by v.verification_id desc
    limit 1`,
})
