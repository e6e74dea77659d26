import { bool, bytes, instant, int4, nullable, text } from '#platform/columns.ts'
import { change, get } from '#platform/statement.ts'

/** Makes attempts at one person wait for each other, or they would all be the first. */
export const lockSubject = change({
  takes: { subject: bytes },
  returns: {},
  sql: `
    select from pg_advisory_xact_lock(:organisationId, hashtext(encode(:subject, 'hex')))`,
})

/** How signing in went of late. */
export const getStanding = get({
  takes: { subject: bytes, address: text, personSince: instant, addressSince: instant },
  returns: {
    isKnownPlace: bool,
    failuresHere: int4,
    failedHereAt: nullable(instant),
    failures: int4,
    failedAt: nullable(instant),
    personsFailed: int4,
    personFailedAt: nullable(instant),
  },
  sql: `
    with own as (
      select p.address = :address as is_here, p.succeeded_at,
        case when p.failed_at > :personSince then p.failures else 0 end as failures, p.failed_at
      from sign_in_places p
      where p.organisation_id = :organisationId and p.subject = :subject
    ), theirs as (
      select count(*)::int as persons, max(p.failed_at) as failed_at
      from sign_in_places p
      where p.organisation_id = :organisationId and p.address = :address and p.failures > 0
        and p.failed_at > :addressSince
    )
    select coalesce(bool_or(o.is_here and o.succeeded_at is not null), false) as "isKnownPlace",
      coalesce(sum(o.failures) filter (where o.is_here), 0)::int as "failuresHere",
      max(o.failed_at) filter (where o.is_here) as "failedHereAt",
      coalesce(sum(o.failures), 0)::int as failures, max(o.failed_at) as "failedAt",
      max(t.persons) as "personsFailed", max(t.failed_at) as "personFailedAt"
    from theirs t left join own o on true`,
})

/** Counts an attempt as failed, until it is known to have succeeded. */
export const countFailure = change({
  takes: { subject: bytes, address: text, personSince: instant, now: instant },
  returns: {},
  sql: `
    insert into sign_in_places as p (organisation_id, subject, address, failures, failed_at, used_at)
    values (:organisationId, :subject, :address, 1, :now, :now)
    on conflict (organisation_id, subject, address) do update
      set failures = case when p.failed_at > :personSince then p.failures else 0 end + 1,
        failed_at = :now, used_at = :now`,
})

/** Notes that somebody has signed in from an address: what failed there is forgiven. */
export const countSuccess = change({
  takes: { subject: bytes, address: text, now: instant },
  returns: {},
  sql: `
    insert into sign_in_places (organisation_id, subject, address, succeeded_at, used_at)
    values (:organisationId, :subject, :address, :now, :now)
    on conflict (organisation_id, subject, address) do update
      set failures = 0, succeeded_at = :now, used_at = :now`,
})
