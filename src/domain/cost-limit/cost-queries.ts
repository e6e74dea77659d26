import { telling } from '#domain/events/index.ts'
import { bool, date, instant, int4, int8, nullable, text } from '#platform/columns.ts'
import { change, find, get, list } from '#platform/statement.ts'

/** The work on a request that was not entered by mistake, oldest first. */
export const listActivities = list({
  takes: { caseId: int8 },
  returns: {
    activity: int4,
    kind: text,
    isEstimate: bool,
    minutes: int4,
    workedBy: text,
    doneOn: date,
    note: nullable(text),
  },
  sql: `
    select a.activity, a.kind, a.is_estimate as "isEstimate", a.minutes,
      a.worked_by as "workedBy", a.done_on as "doneOn", a.note
    from cost_activities a
    where a.organisation_id = :organisationId and a.case_id = :caseId
      and a.withdrawn_at is null
    order by a.activity`,
})

/**
 * The requests that are linked to one: by hand, or as one person made both, or as somebody has said that they
 * are about different information.
 */
export const listLinked = list({
  takes: { caseId: int8 },
  returns: {
    caseId: int8,
    receivedOn: date,
    how: text,
    reason: nullable(text),
    linkedBy: nullable(text),
  },
  sql: `
    with by_hand as (
      select case when l.case_id = :caseId then l.other_case_id else l.case_id end as case_id,
        l.how, l.reason, l.linked_by
      from linked_requests l
      where l.organisation_id = :organisationId and :caseId in (l.case_id, l.other_case_id)
    ), same_person as (
      select distinct o.case_id
      from case_parties p
      join case_parties o
        on o.organisation_id = p.organisation_id and o.customer_id = p.customer_id
        and o.role = 'Customer' and o.case_id <> p.case_id
      where p.organisation_id = :organisationId and p.case_id = :caseId and p.role = 'Customer'
        and exists (
          select from cost_activities a
          where a.organisation_id = o.organisation_id and a.case_id = o.case_id
            and a.withdrawn_at is null
        )
    )
    select c.case_id as "caseId", c.received_on as "receivedOn",
      coalesce(h.how, 'same person') as how, h.reason, h.linked_by as "linkedBy"
    from same_person s
    full join by_hand h on h.case_id = s.case_id
    join cases c
      on c.organisation_id = :organisationId and c.case_id = coalesce(h.case_id, s.case_id)
    order by c.received_on, c.case_id`,
})

/** The work on the requests that may count together with one, however they are linked. */
export const listLinkedActivities = list({
  takes: { caseId: int8 },
  returns: { caseId: int8, kind: text, isEstimate: bool, minutes: int4 },
  sql: `
    select a.case_id as "caseId", a.kind, a.is_estimate as "isEstimate",
      sum(a.minutes)::int as minutes
    from cost_activities a
    where a.organisation_id = :organisationId and a.withdrawn_at is null and a.case_id in (
      select :caseId
      union all
      select case when l.case_id = :caseId then l.other_case_id else l.case_id end
      from linked_requests l
      where l.organisation_id = :organisationId and :caseId in (l.case_id, l.other_case_id)
      union all
      select o.case_id
      from case_parties p
      join case_parties o
        on o.organisation_id = p.organisation_id and o.customer_id = p.customer_id
        and o.role = 'Customer'
      where p.organisation_id = :organisationId and p.case_id = :caseId and p.role = 'Customer'
    )
    group by a.case_id, a.kind, a.is_estimate
    order by 1, 2, 3`,
})

export const getReceivedOn = get({
  takes: { caseId: int8 },
  returns: { receivedOn: date },
  sql: `
    select c.received_on as "receivedOn"
    from cases c
    where c.organisation_id = :organisationId and c.case_id = :caseId`,
})

/** Another case that the actor may know of. */
export const findOtherCase = find({
  takes: { caseId: int8, otherCase: int8 },
  returns: { otherCase: int8 },
  sql: `
    select c.case_id as "otherCase"
    from cases c
    where c.organisation_id = :organisationId and c.case_id = :otherCase
      and c.case_id <> :caseId`,
})

const author = { author: text, now: instant }

/** Adds work under the next number of its case, whose row must be locked. */
export const insertActivity = change({
  takes: {
    caseId: int8,
    kind: text,
    isEstimate: bool,
    minutes: int4,
    workedBy: text,
    doneOn: date,
    note: nullable(text),
    ...author,
  },
  returns: { activity: int4 },
  sql: `
    with changed as (
      insert into cost_activities (organisation_id, case_id, activity, kind, is_estimate, minutes,
        worked_by, done_on, note, recorded_by, recorded_at)
      select :organisationId, :caseId, coalesce(max(a.activity), 0) + 1, :kind, :isEstimate,
        :minutes, :workedBy, :doneOn, :note, :author, :now
      from cost_activities a
      where a.organisation_id = :organisationId and a.case_id = :caseId
      returning activity, kind, is_estimate, minutes
    ), ${telling(
      'costRecorded',
      `jsonb_build_object('activity', activity, 'kind', kind, 'isEstimate', is_estimate,
        'minutes', minutes)`,
    )}
    select activity from changed`,
})

/** Notes that work was entered by mistake; no row where it was not there. */
export const withdrawActivity = change({
  takes: { caseId: int8, activity: int4, ...author },
  returns: { activity: int4 },
  sql: `
    with changed as (
      update cost_activities set withdrawn_by = :author, withdrawn_at = :now
      where organisation_id = :organisationId and case_id = :caseId and activity = :activity
        and withdrawn_at is null
      returning activity
    ), ${telling('costWithdrawn', `jsonb_build_object('activity', activity)`)}
    select activity from changed`,
})

/** Says how two requests hang together, or says it anew. */
export const insertLink = change({
  takes: { caseId: int8, otherCase: int8, how: text, reason: text, ...author },
  returns: { how: text },
  sql: `
    with changed as (
      insert into linked_requests
        (organisation_id, case_id, other_case_id, how, reason, linked_by, linked_at)
      values (:organisationId, least(:caseId, :otherCase), greatest(:caseId, :otherCase), :how,
        :reason, :author, :now)
      on conflict (organisation_id, case_id, other_case_id) do update
        set how = excluded.how, reason = excluded.reason, linked_by = excluded.linked_by,
          linked_at = excluded.linked_at
      returning how
    ), ${telling('requestLinked', `jsonb_build_object('otherCase', :otherCase, 'how', how)`)}
    select how from changed`,
})

/** Takes back how two requests hang together; no row where nothing was said. */
export const deleteLink = change({
  takes: { caseId: int8, otherCase: int8, ...author },
  returns: { how: text },
  sql: `
    with changed as (
      delete from linked_requests
      where organisation_id = :organisationId and case_id = least(:caseId, :otherCase)
        and other_case_id = greatest(:caseId, :otherCase)
      returning how
    ), ${telling('requestUnlinked', `jsonb_build_object('otherCase', :otherCase)`)}
    select how from changed`,
})
