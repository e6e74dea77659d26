import { telling } from '#domain/events/index.ts'
import { instant, int4, int8, nullable, text } from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'

/** The parts of a request, in the order of their numbers. */
export const listParts = list({
  takes: { caseId: int8 },
  returns: {
    part: int4,
    description: text,
    decision: nullable(text),
    reasons: nullable(text),
    decidedBy: nullable(text),
    decidedAt: nullable(instant),
    version: int4,
    changedBy: text,
    changedAt: instant,
  },
  sql: `
    select p.part, p.description, p.decision, p.reasons, p.decided_by as "decidedBy",
      p.decided_at as "decidedAt", p.version, p.changed_by as "changedBy",
      p.changed_at as "changedAt"
    from request_parts p
    where p.organisation_id = :organisationId and p.case_id = :caseId
    order by p.part`,
})

export const findPart = find({
  takes: { caseId: int8, part: int4 },
  returns: { part: int4, version: int4 },
  sql: `
    select p.part, p.version
    from request_parts p
    where p.organisation_id = :organisationId and p.case_id = :caseId and p.part = :part`,
})

/** The exemptions that are claimed for the parts of a request. */
export const listClaimed = list({
  takes: { caseId: int8 },
  returns: {
    part: int4,
    exemption: text,
    interestFor: nullable(text),
    interestAgainst: nullable(text),
    balance: nullable(text),
    balancedBy: nullable(text),
    balancedAt: nullable(instant),
    claimedBy: text,
  },
  sql: `
    select e.part, e.exemption, e.interest_for as "interestFor",
      e.interest_against as "interestAgainst", e.balance, e.balanced_by as "balancedBy",
      e.balanced_at as "balancedAt", e.claimed_by as "claimedBy"
    from part_exemptions e
    where e.organisation_id = :organisationId and e.case_id = :caseId
    order by e.part, e.claimed_at, e.exemption`,
})

const author = { author: text, now: instant }

/** Adds a part under the next number of its request, whose case's row must be locked. */
export const insertPart = change({
  takes: { caseId: int8, description: text, ...author },
  returns: { part: int4 },
  sql: `
    with changed as (
      insert into request_parts
        (organisation_id, case_id, part, description, changed_by, changed_at)
      select :organisationId, :caseId, coalesce(max(p.part), 0) + 1, :description, :author, :now
      from request_parts p
      where p.organisation_id = :organisationId and p.case_id = :caseId
      returning part
    ), ${telling('requestPartAdded', `jsonb_build_object('part', part)`)}
    select part from changed`,
})

/** Decides what becomes of a part. */
export const decidePartOfCase = change({
  takes: { caseId: int8, part: int4, decision: text, reasons: nullable(text), ...author },
  returns: { part: int4 },
  sql: `
    with changed as (
      update request_parts
      set decision = :decision, reasons = :reasons, decided_by = :author, decided_at = :now,
        version = version + 1, changed_by = :author, changed_at = :now
      where organisation_id = :organisationId and case_id = :caseId and part = :part
      returning part, decision
    ), ${telling('requestPartDecided', `jsonb_build_object('part', part, 'decision', decision)`)}
    select part from changed`,
})

/** Claims an exemption for a part, with its public-interest test or none; or says it anew. */
export const claimExemption = change({
  takes: {
    caseId: int8,
    part: int4,
    exemption: text,
    interestFor: nullable(text),
    interestAgainst: nullable(text),
    balance: nullable(text),
    ...author,
  },
  returns: { exemption: text },
  sql: `
    with changed as (
      insert into part_exemptions (organisation_id, case_id, part, exemption, interest_for,
        interest_against, balance, balanced_by, balanced_at, claimed_by, claimed_at)
      values (:organisationId, :caseId, :part, :exemption, :interestFor, :interestAgainst, :balance,
        case when :balance is not null then :author end,
        case when :balance is not null then :now end, :author, :now)
      on conflict (organisation_id, case_id, part, exemption) do update
        set interest_for = excluded.interest_for, interest_against = excluded.interest_against,
          balance = excluded.balance, balanced_by = excluded.balanced_by,
          balanced_at = excluded.balanced_at
      returning part, exemption, balance
    ), ${telling(
      'exemptionClaimed',
      `jsonb_build_object('part', part, 'exemption', exemption, 'balance', balance)`,
    )}
    select exemption from changed`,
})

/** Takes an exemption back; no row where it was not claimed. */
export const deleteExemption = change({
  takes: { caseId: int8, part: int4, exemption: text, ...author },
  returns: { exemption: text },
  sql: `
    with changed as (
      delete from part_exemptions
      where organisation_id = :organisationId and case_id = :caseId and part = :part
        and exemption = :exemption
      returning part, exemption
    ), ${telling('exemptionDropped', `jsonb_build_object('part', part, 'exemption', exemption)`)}
    select exemption from changed`,
})
