import { date, instant, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { list } from '#platform/statement.ts'
import { publishedFields, type Classification, type PublishedFile } from './published-case.ts'

const takes = { from: date, until: date, skipped: int4, most: int4 }

const returns = {
  caseId: int8,
  caseTypeId: int8,
  version: int4,
  label: nullable(text),
  receivedMethod: nullable(text),
  receivedAt: instant,
  receivedOn: date,
  createdAt: instant,
  status: text,
  rating: nullable(text),
  answers: json<Readonly<Record<string, unknown>>>(),
  classifications: nullable(json<readonly Classification[]>()),
  files: nullable(json<readonly PublishedFile[]>()),
}

const answers = publishedFields.map((id) => `'${id}', c.attributes -> '${id}'`).join(', ')

const classifications = `
    select jsonb_agg(jsonb_build_object('group', k.group_name, 'value', k.value)
      order by k.group_name, k.value)
    from case_classifications k
    where k.organisation_id = :organisationId and k.case_id = p.case_id`

const files = `
    select jsonb_agg(jsonb_build_object('reference', f.reference, 'name', f.name,
      'category', f.category, 'mediaType', f.media_type, 'source', f.source, 'code', f.code,
      'date', to_char(f.at at time zone 'Europe/London', 'YYYY-MM-DD"T"HH24:MI:SS')))
    from (
      select 'D' || d.document_id as reference, d.name, d.category, d.media_type,
        'Document' as source, null as code, d.document_at as at
      from documents d
      where d.organisation_id = :organisationId and d.case_id = p.case_id
        and d.is_self_service and d.state = 'stored'
      union all
      select 'C' || m.correspondence_id, m.name, 'Correspondence',
        case m.channel when 'letter' then 'application/pdf' else 'text/html' end,
        'Correspondence', m.code, m.processed_at
      from correspondence m
      where m.organisation_id = :organisationId and m.case_id = p.case_id and m.is_self_service
    ) as f`

// no party, no customer, no answer but the published ones: what is not read cannot leave; the bounds on
// received_at, wide enough for any zone, are what the index can use
const published = (alsoWhere: string): string => `
  with page as materialized (
    select c.case_id, c.case_type_id, c.case_type_version, c.label, c.received_method, c.received_at,
      c.received_on, c.created_at, c.status, c.rating,
      jsonb_strip_nulls(jsonb_build_object(${answers})) as answers
    from cases c
    where c.organisation_id = :organisationId and c.is_published and not c.is_confidential
      ${alsoWhere}
      and c.received_on between :from and :until
      and c.received_at >= (:from - 1)::timestamptz and c.received_at < (:until + 2)::timestamptz
    order by c.received_at desc, c.case_id desc
    limit :most offset :skipped
  )
  select p.case_id as "caseId", p.case_type_id as "caseTypeId", p.case_type_version as version,
    p.label, p.received_method as "receivedMethod", p.received_at as "receivedAt",
    p.received_on as "receivedOn", p.created_at as "createdAt", p.status, p.rating, p.answers,
    (${classifications}) as classifications,
    (${files}) as files
  from page p
  order by p.received_at desc, p.case_id desc`

export const listPublished = list({ takes, returns, sql: published('') })

export const listPublishedOfType = list({
  takes: { ...takes, caseTypeId: int8 },
  returns,
  sql: published('and c.case_type_id = :caseTypeId'),
})
