import { telling } from '#domain/events/index.ts'
import { date, instant, int4, int8, nullable, text } from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'

/** The search plan of a case. */
export const listSearches = list({
  takes: { caseId: int8 },
  returns: {
    search: int4,
    place: text,
    searchedBy: nullable(text),
    searchedOn: nullable(date),
    found: nullable(text),
  },
  sql: `
    select s.search, s.place, s.searched_by as "searchedBy", s.searched_on as "searchedOn", s.found
    from searches s
    where s.organisation_id = :organisationId and s.case_id = :caseId
    order by s.search`,
})

/** The third parties of a case, by reference. */
export const listThirdParties = list({
  takes: { caseId: int8 },
  returns: {
    thirdParty: int4,
    reference: text,
    consent: text,
    decision: nullable(text),
    reasons: nullable(text),
    changedBy: text,
    changedAt: instant,
  },
  sql: `
    select t.third_party as "thirdParty", t.reference, t.consent, t.decision, t.reasons,
      t.changed_by as "changedBy", t.changed_at as "changedAt"
    from third_parties t
    where t.organisation_id = :organisationId and t.case_id = :caseId
    order by t.third_party`,
})

/** The last that was recorded of proof of identity; a clock event, as it moves the date. */
export const findIdentityEvent = find({
  takes: { caseId: int8 },
  returns: { name: text, happenedOn: date },
  sql: `
    select e.name, e.happened_on as "happenedOn"
    from clock_events e
    where e.organisation_id = :organisationId and e.case_id = :caseId
      and e.name in ('id_requested', 'id_received') and e.withdrawn_at is null
    order by e.happened_on desc, e.clock_event_id desc
    limit 1`,
})

const author = { author: text, now: instant }

export const insertSearch = change({
  takes: { caseId: int8, place: text, ...author },
  returns: { search: int4 },
  sql: `
    with changed as (
      insert into searches (organisation_id, case_id, search, place, planned_by, planned_at)
      select :organisationId, :caseId, coalesce(max(s.search), 0) + 1, :place, :author, :now
      from searches s
      where s.organisation_id = :organisationId and s.case_id = :caseId
      returning search
    ), ${telling('searchPlanned', `jsonb_build_object('search', search)`)}
    select search from changed`,
})

/** Notes what came of a search; no row where there is none of that number. */
export const completeSearchOf = change({
  takes: {
    caseId: int8,
    search: int4,
    searchedBy: text,
    searchedOn: date,
    found: text,
    ...author,
  },
  returns: { search: int4 },
  sql: `
    with changed as (
      update searches set searched_by = :searchedBy, searched_on = :searchedOn, found = :found
      where organisation_id = :organisationId and case_id = :caseId and search = :search
      returning search
    ), ${telling('searchDone', `jsonb_build_object('search', search)`)}
    select search from changed`,
})

export const insertThirdParty = change({
  takes: { caseId: int8, reference: text, ...author },
  returns: { thirdParty: int4 },
  sql: `
    with changed as (
      insert into third_parties
        (organisation_id, case_id, third_party, reference, changed_by, changed_at)
      select :organisationId, :caseId, coalesce(max(t.third_party), 0) + 1, :reference, :author, :now
      from third_parties t
      where t.organisation_id = :organisationId and t.case_id = :caseId
      returning third_party
    ), ${telling('thirdPartyAdded', `jsonb_build_object('thirdParty', third_party)`)}
    select third_party as "thirdParty" from changed`,
})

/** Notes whether a third party consents, and what is decided; no row where there is none of that number. */
export const settleThirdPartyOf = change({
  takes: {
    caseId: int8,
    thirdParty: int4,
    consent: text,
    decision: nullable(text),
    reasons: nullable(text),
    ...author,
  },
  returns: { thirdParty: int4 },
  sql: `
    with changed as (
      update third_parties
      set consent = :consent, decision = :decision, reasons = :reasons, changed_by = :author,
        changed_at = :now
      where organisation_id = :organisationId and case_id = :caseId and third_party = :thirdParty
      returning third_party, consent, decision
    ), ${telling(
      'thirdPartySettled',
      `jsonb_build_object('thirdParty', third_party, 'consent', consent, 'decision', decision)`,
    )}
    select third_party as "thirdParty" from changed`,
})
