import { bool, date, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { change, list } from '#platform/statement.ts'

/** Somebody who was found, and by which way: a name of `person_query`, or their reference. */
export interface FoundPerson {
  readonly customerId: number
  readonly way: string
}

/** People who fit a text, newest first. */
export const listFoundPeople = list({
  takes: { text, most: int4 },
  returns: {
    customerId: int8,
    way: text,
    name: nullable(text),
    organisationName: nullable(text),
    address: nullable(text),
    town: nullable(text),
    postcode: nullable(text),
    phone: nullable(text),
    mobile: nullable(text),
    email: nullable(text),
    reference: nullable(text),
  },
  sql: `
    select c.customer_id as "customerId", f.found_by as way,
      coalesce(c.name, nullif(concat_ws(' ', c.title, c.first_name, c.surname), '')) as name,
      c.organisation_name as "organisationName", c.address, c.town, c.postcode, c.phone, c.mobile,
      c.email, c.reference
    from find_people(:text, :most) f
    join customers c on c.organisation_id = :organisationId and c.customer_id = f.found_id
    order by c.customer_id desc
    limit :most`,
})

const excerpt = (body: string): string => `
  ts_headline('english', ${body}, websearch_to_tsquery('english', :text),
    'StartSel=' || chr(2) || ', StopSel=' || chr(3) || ', MaxWords=24, MinWords=12')`

/**
 * Cases that fit a text or are of the people given, each once and by the best way, the best first and then
 * the newest. What fits best: 1 a reference, 2 an account, 3 a person, 4 the case's own words, 5 a note.
 * In the excerpt what fits stands between U+0002 and U+0003.
 */
export const listFoundCases = list({
  takes: {
    text,
    number: nullable(int8),
    people: json<readonly FoundPerson[]>(),
    caseTypeId: nullable(int8),
    isClosed: nullable(bool),
    teamId: nullable(int8),
    from: nullable(date),
    until: nullable(date),
    candidates: int4,
    most: int4,
  },
  returns: {
    caseId: int8,
    caseTypeId: int8,
    version: int4,
    label: nullable(text),
    status: text,
    isClosed: bool,
    receivedOn: date,
    team: nullable(text),
    mainParty: nullable(text),
    way: text,
    person: nullable(text),
    excerpt: nullable(text),
  },
  sql: `
    with hits as (
      select c.case_id, 'case number' as way, 1 as rank, null::bigint as customer_id, null::bigint as note_id
      from cases c
      where c.organisation_id = :organisationId and c.case_id = :number
      union all
      select c.case_id, 'external reference', 1, null, null
      from cases c
      where c.organisation_id = :organisationId and c.external_id in (:text, upper(:text))
      union all
      select c.case_id, 'account number', 2, null, null
      from accounts a
      join cases c on c.organisation_id = a.organisation_id and c.account_id = a.account_id
      where a.organisation_id = :organisationId and a.reference in (:text, upper(:text))
        and a.removed_on is null
      union all
      select cp.case_id, p."way", 3, cp.customer_id, null
      from jsonb_to_recordset(:people) as p ("customerId" bigint, "way" text)
      join case_parties cp
        on cp.organisation_id = :organisationId and cp.customer_id = p."customerId"
      union all
      select f.found_id, 'details', 4, null, null
      from find_entries('case', websearch_to_tsquery('english', :text), :candidates) f
      union all
      select n.case_id, 'note', 5, null, n.note_id
      from find_entries('note', websearch_to_tsquery('english', :text), :candidates) f
      join notes n on n.organisation_id = :organisationId and n.note_id = f.found_id
    ), best as (
      select distinct on (h.case_id) h.case_id, h.way, h.rank, h.customer_id, h.note_id
      from hits h
      order by h.case_id, h.rank, h.note_id desc
    ), shown as (
      select b.way, b.rank, b.customer_id, b.note_id, c.case_id, c.case_type_id,
        c.case_type_version, c.label, c.status, c.closed_on, c.received_on, c.team_id, c.attributes
      from best b
      join cases c on c.organisation_id = :organisationId and c.case_id = b.case_id
      where (:caseTypeId is null or c.case_type_id = :caseTypeId)
        and (:isClosed is null or (c.closed_on is not null) = :isClosed)
        and (:teamId is null or c.team_id = :teamId)
        and (:from is null or c.received_on >= :from)
        and (:until is null or c.received_on <= :until)
      order by b.rank, c.case_id desc
      limit :most
    )
    select s.case_id as "caseId", s.case_type_id as "caseTypeId", s.case_type_version as version,
      s.label, s.status, s.closed_on is not null as "isClosed", s.received_on as "receivedOn",
      t.name as team, (
        select coalesce(p.name, p.organisation_name,
          nullif(concat_ws(' ', p.title, p.first_name, p.surname), ''))
        from case_parties cp
        join customers p
          on p.organisation_id = cp.organisation_id and p.customer_id = cp.customer_id
        where cp.organisation_id = :organisationId and cp.case_id = s.case_id
        order by cp.role <> 'Customer', cp.position, cp.role
        limit 1
      ) as "mainParty", s.way, (
        select coalesce(p.name, p.organisation_name,
          nullif(concat_ws(' ', p.title, p.first_name, p.surname), ''))
        from customers p
        where p.organisation_id = :organisationId and p.customer_id = s.customer_id
      ) as person, case s.way
        when 'details' then ${excerpt(`left(concat_ws(' · ', s.label, (
          select string_agg(e.value, ' · ') from jsonb_each_text(s.attributes) e)), 100000)`)}
        when 'note' then (
          select ${excerpt('left(n.body, 100000)')}
          from notes n where n.organisation_id = :organisationId and n.note_id = s.note_id)
      end as excerpt
    from shown s
    left join teams t on t.organisation_id = :organisationId and t.team_id = s.team_id
    order by s.rank, s.case_id desc`,
})

/** Makes the entries of what has changed, at most so many at once, and says of how many it did. */
export const fillSearch = change({
  takes: { most: int4 },
  returns: { taken: int4 },
  sql: `select fill_search(:most) as taken`,
})

/** Makes the entries of everything anew, as the owner. */
export const rebuildSearch = change({
  takes: {},
  returns: { isDone: bool },
  sql: `select rebuild_search() is not null as "isDone"`,
})
