import type { EventKind } from './index.ts'

/** What an update of a case sets besides, whatever was done to the case. Takes `now`. */
export const touching = `last_touched_at = :now, first_touched_at = coalesce(first_touched_at, :now),
        updated_at = casewright_now(), changed_in = pg_current_xact_id()`

/** The part of a statement that says that a case was worked. Takes `caseId` and `now`. */
export const touched = `touched as (
      update cases
      set ${touching}
      where organisation_id = :organisationId and case_id = :caseId
    )`

/**
 * The last parts of a statement whose part `changed` has changed something of a case: the event for its
 * history, and the time at which it was last touched. Takes `caseId`, `author` and `now`.
 */
export const telling = (kind: EventKind, particulars: string): string =>
  tellingAs(`'${kind}'`, particulars)

/** The same, where an expression of the statement says which kind of event it was. */
export const tellingAs = (kind: string, particulars: string): string => `
    event as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select :organisationId, :caseId, ${kind}, ${particulars}, :author, :now
      from changed
    ), touched as (
      update cases
      set ${touching}
      where organisation_id = :organisationId and case_id = :caseId
        and exists (select from changed)
    )`
