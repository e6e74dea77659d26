import { bool, instant, int8, json, nullable, text, textArray } from '#platform/columns.ts'
import { get, list } from '#platform/statement.ts'

/** The version of its type under which a case is. */
export const getVersion = get({
  takes: { caseId: int8 },
  returns: { caseTypeId: int8, version: int8 },
  sql: `
    select c.case_type_id as "caseTypeId", c.case_type_version::bigint as version
    from cases c
    where c.organisation_id = :organisationId and c.case_id = :caseId`,
})

/**
 * What happened to a case before an event, the newest first, with the note, document or other case that it is
 * about, where the reader may know of that. No kinds, and no actor, mean all.
 */
export const listHappenings = list({
  takes: {
    caseId: int8,
    before: int8,
    kinds: textArray,
    actor: nullable(text),
    seesDocuments: bool,
    limit: int8,
  },
  returns: {
    eventId: int8,
    kind: text,
    particulars: json<Readonly<Record<string, unknown>>>(),
    actor: text,
    at: instant,
    note: nullable(text),
    noteKind: nullable(text),
    isNoteVisibleToCustomer: nullable(bool),
    documentId: nullable(int8),
    documentName: nullable(text),
    otherCaseId: nullable(int8),
  },
  sql: `
    with happened as materialized (
      -- the numbers are read here: compared as they stand in the particulars, no wall would let an index be used
      select e.organisation_id, e.event_id, e.kind, e.particulars, e.actor, e.occurred_at,
        (e.particulars ->> 'noteId')::bigint as note_id,
        (e.particulars ->> 'documentId')::bigint as document_id,
        coalesce(e.particulars ->> 'otherCase', e.particulars ->> 'linkedWith',
          case when e.kind = 'linkedCaseOpened' then e.particulars ->> 'caseId' end
        )::bigint as other_case_id
      from case_events e
      where e.organisation_id = :organisationId and e.case_id = :caseId and e.event_id < :before
        and (cardinality(:kinds) = 0 or e.kind = any(:kinds))
        and (:actor is null or e.actor = :actor)
      order by e.event_id desc
      limit :limit
    )
    select e.event_id as "eventId", e.kind, e.particulars, e.actor, e.occurred_at as at,
      n.body as note, n.kind as "noteKind", n.is_visible_to_customer as "isNoteVisibleToCustomer",
      d.document_id as "documentId", d.name as "documentName", o.case_id as "otherCaseId"
    from happened e
    left join notes n on n.organisation_id = e.organisation_id and n.note_id = e.note_id
    left join documents d on :seesDocuments and d.organisation_id = e.organisation_id
      and d.document_id = e.document_id
    left join cases o on o.organisation_id = e.organisation_id and o.case_id = e.other_case_id
    order by e.event_id desc`,
})

/** Everybody who has done something to a case. */
export const listActors = list({
  takes: { caseId: int8 },
  returns: { actor: text },
  sql: `
    select distinct e.actor
    from case_events e
    where e.organisation_id = :organisationId and e.case_id = :caseId
    order by e.actor`,
})

/** What teams and people are called, by their codes and user names. */
export const listNamed = list({
  takes: { teams: textArray, people: textArray },
  returns: { kind: text, code: text, name: text },
  sql: `
    select 'team' as kind, t.code, t.name
    from teams t
    where t.organisation_id = :organisationId and t.code = any(:teams)
    union all
    select 'person', u.user_name, u.full_name
    from users u
    where u.organisation_id = :organisationId and u.user_name = any(:people)`,
})
