import { inWords } from '#domain/calendar/index.ts'
import { caseTypeVersion } from '#domain/case-types/index.ts'
import { clearedAnswer } from '#domain/clearance/index.ts'
import { date, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { readIsoDate, writeLocalDate } from '#platform/local-time.ts'
import { get, type Reading } from '#platform/statement.ts'

const getMergeValues = get({
  takes: { caseId: int8 },
  returns: {
    caseTypeId: int8,
    version: int4,
    label: nullable(text),
    receivedOn: date,
    customer: nullable(text),
    officer: nullable(text),
    team: nullable(text),
    organisation: text,
    answers: json<Readonly<Record<string, string>>>(),
    dues: json<Readonly<Record<string, string>>>(),
  },
  sql: `
    select c.case_type_id as "caseTypeId", c.case_type_version as version, c.label,
      c.received_on as "receivedOn", (
        select coalesce(nullif(concat_ws(' ', p.title, p.first_name, p.surname), ''), p.name,
          p.organisation_name)
        from case_parties cp
        join customers p
          on p.organisation_id = cp.organisation_id and p.customer_id = cp.customer_id
        where cp.organisation_id = c.organisation_id and cp.case_id = c.case_id
        order by cp.role <> 'Customer', cp.position, cp.role
        limit 1
      ) as customer, u.full_name as officer, t.name as team, o.title as organisation,
      c.attributes as answers, coalesce((
        select jsonb_object_agg(d.code,
          coalesce(d.due_on, (d.due_at at time zone 'Europe/London')::date)
          order by (d.state = 'running')::int, coalesce(d.due_on, d.due_at::date) desc)
        from case_deadlines d
        where d.organisation_id = c.organisation_id and d.case_id = c.case_id
          and coalesce(d.due_on, d.due_at::date) is not null
          and d.state in ('running', 'met')
      ), '{}') as dues
    from cases c
    join organisations o on o.organisation_id = c.organisation_id
    left join users u on u.organisation_id = c.organisation_id and u.user_id = c.assigned_user_id
    left join teams t on t.organisation_id = c.organisation_id and t.team_id = c.team_id
    where c.organisation_id = :organisationId and c.case_id = :caseId`,
})

/** What can be merged into the letters of a case on a day, by name; what has no value is not there. */
export async function mergeValues(
  db: Reading,
  { caseId, now }: { readonly caseId: number; readonly now: Date },
): Promise<ReadonlyMap<string, string>> {
  const [row, answer = null] = await Promise.all([
    getMergeValues(db, { caseId }),
    clearedAnswer(db, caseId),
  ])
  const { label } = await caseTypeVersion(db, row)
  const known: readonly (readonly [string, string | null])[] = [
    ['case.reference', String(caseId)],
    ['case.label', row.label],
    ['case.type', label],
    ['case.receivedOn', inWords(row.receivedOn)],
    ['customer.name', row.customer],
    ['officer.name', row.officer === null ? null : inReadingOrder(row.officer)],
    ['team.name', row.team],
    ['organisation.name', row.organisation],
    ['answer', answer],
    ['today', inWords(writeLocalDate(now))],
    ...Object.entries(row.dues).map(([code, day]) => [`due.${code}`, inWords(day)] as const),
    ...Object.entries(row.answers).map(
      ([id, answer]) => [`field.${id}`, readable(answer)] as const,
    ),
  ]
  return new Map(known.flatMap(([name, value]) => (value ? [[name, value] as const] : [])))
}

/** People are listed by surname, `Okafor, Ife`, and sign as `Sam Dee`. */
const inReadingOrder = (name: string): string => {
  const [surname, forename, ...rest] = name.split(', ')
  return forename === undefined || rest.length > 0 ? name : `${forename} ${surname}`
}

const readable = (answer: string): string =>
  readIsoDate(answer) === undefined ? answer : inWords(answer)
