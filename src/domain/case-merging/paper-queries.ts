import { bool, instant, int8, json, nullable, text } from '#platform/columns.ts'
import { list } from '#platform/statement.ts'

const ofCases = { caseIds: json<readonly number[]>() }
const these = (alias: string): string => `${alias}.organisation_id = :organisationId
      and ${alias}.case_id in (select n::bigint from jsonb_array_elements_text(:caseIds) n)`

/** The notes of cases that the reader may know of, newest first. */
export const listNotesOf = list({
  takes: ofCases,
  returns: {
    caseId: int8,
    kind: text,
    body: text,
    isVisibleToCustomer: bool,
    author: text,
    addedAt: instant,
  },
  sql: `
    select n.case_id as "caseId", n.kind, n.body, n.is_visible_to_customer as "isVisibleToCustomer",
      n.author, n.added_at as "addedAt"
    from notes n
    join cases c on c.organisation_id = n.organisation_id and c.case_id = n.case_id
    where ${these('n')}
    order by n.note_id desc
    limit 200`,
})

/** The files of cases that the reader may know of, in the order in which they came. */
export const listDocumentsOf = list({
  takes: ofCases,
  returns: {
    caseId: int8,
    documentId: int8,
    name: text,
    state: text,
    category: nullable(text),
    documentAt: instant,
  },
  sql: `
    select d.case_id as "caseId", d.document_id as "documentId", d.name, d.state, d.category,
      d.document_at as "documentAt"
    from documents d
    join cases c on c.organisation_id = d.organisation_id and c.case_id = d.case_id
    where ${these('d')}
    order by d.document_id
    limit 500`,
})

/** The letters and messages of cases that the reader may know of, in the order in which they went. */
export const listLettersOf = list({
  takes: ofCases,
  returns: { caseId: int8, name: text, channel: text, author: text, processedAt: instant },
  sql: `
    select l.case_id as "caseId", l.name, l.channel, l.author, l.processed_at as "processedAt"
    from correspondence l
    join cases c on c.organisation_id = l.organisation_id and c.case_id = l.case_id
    where ${these('l')}
    order by l.processed_at, l.correspondence_id
    limit 500`,
})
