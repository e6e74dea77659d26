import { telling } from '#domain/events/index.ts'
import { instant, int8, nullable, text } from '#platform/columns.ts'
import { change, list } from '#platform/statement.ts'

/** What did not fit when it arrived on a case, settled or not, in the order in which it came. */
export const listFlags = list({
  takes: { caseId: int8 },
  returns: {
    flagId: int8,
    parameter: text,
    text,
    raisedAt: instant,
    settledAt: nullable(instant),
    settledBy: nullable(text),
  },
  sql: `
    select f.flag_id as "flagId", f.parameter, f.text, f.raised_at as "raisedAt",
      f.settled_at as "settledAt", (
        select e.actor from case_events e
        where f.settled_at is not null and e.organisation_id = f.organisation_id
          and e.case_id = f.case_id and e.kind = 'flagSettled'
          and e.particulars ->> 'flagId' = f.flag_id::text
        limit 1
      ) as "settledBy"
    from case_flags f
    where f.organisation_id = :organisationId and f.case_id = :caseId
    order by f.flag_id`,
})

/** Settles a flag of a case, once; no row comes back where the case has no such flag. */
export const settleFlagOfCase = change({
  takes: { caseId: int8, flagId: int8, author: text, now: instant },
  returns: { flagId: int8 },
  sql: `
    with changed as (
      update case_flags
      set settled_at = :now
      where organisation_id = :organisationId and case_id = :caseId and flag_id = :flagId
        and settled_at is null
      returning flag_id
    ), ${telling('flagSettled', "jsonb_build_object('flagId', flag_id)")}
    select f.flag_id as "flagId"
    from case_flags f
    where f.organisation_id = :organisationId and f.case_id = :caseId and f.flag_id = :flagId`,
})
