import { attribute, caseAttributes, caseSource, type Attribute } from '#domain/attributes/index.ts'
import type { ElementNames } from './row-layout.ts'

export const sourceNames = ['cases', 'tasks', 'correspondence', 'customers'] as const
export type SourceName = (typeof sourceNames)[number]

/** What a report can be run over: its rows, its columns, and the dates that limit it (contract 6.5). */
export interface ReportSource {
  readonly name: SourceName
  readonly elements: ElementNames
  /** The tables; the alias of the one that gives a row each. */
  readonly from: string
  readonly alias: string
  readonly key: string
  /** The report's main date, which `From` and `Until` limit. */
  readonly mainDate: { readonly sql: string; readonly kind: 'date' | 'date-time' }
  /** True where a row belongs to a case, `c`, and the case's form has further columns. */
  readonly isOfCase: boolean
  readonly columns: readonly Attribute[]
}

const taskColumns: readonly Attribute[] = [
  attribute(['TaskDetails.TaskId', 'number', 'k.task_id']),
  attribute(['TaskDetails.Code', 'text', 'k.code']),
  attribute(['TaskDetails.Title', 'text', 'k.title']),
  attribute(['TaskDetails.DueDate', 'date', 'k.due_on']),
  attribute(['TaskDetails.Team', 'text', 'ktm.name']),
  attribute(['TaskDetails.TeamCode', 'text', 'ktm.code']),
  attribute(['TaskDetails.AssignedTo', 'text', 'ku.full_name']),
  attribute(['TaskDetails.AssignedToId', 'text', 'ku.user_name']),
  attribute(['TaskDetails.Completed', 'flag', '(k.completed_at is not null)']),
  attribute(['TaskDetails.CompletedBy', 'text', 'k.completed_by']),
  attribute(['TaskDetails.TimeCreated', 'date-time', 'k.created_at']),
  attribute(['TaskDetails.TimeCompleted', 'date-time', 'k.completed_at']),
  attribute(['TaskDetails.LastUpdatedTime', 'date-time', 'k.updated_at']),
]

const correspondenceColumns: readonly Attribute[] = [
  attribute(['CorrespondenceDetails.CorrespondenceId', 'number', 'm.correspondence_id']),
  attribute(['CorrespondenceDetails.Code', 'text', 'm.code']),
  attribute(['CorrespondenceDetails.Name', 'text', 'm.name']),
  attribute(['CorrespondenceDetails.Channel', 'text', 'm.channel']),
  attribute(['CorrespondenceDetails.Subject', 'text', 'm.subject']),
  attribute(['CorrespondenceDetails.Body', 'text', 'm.body']),
  attribute(['CorrespondenceDetails.Author', 'text', 'm.author']),
  attribute(['CorrespondenceDetails.SelfService', 'flag', 'm.is_self_service']),
  attribute(['CorrespondenceDetails.TimeCreated', 'date-time', 'm.created_at']),
  attribute(['CorrespondenceDetails.TimeProcessed', 'date-time', 'm.processed_at']),
  attribute(['CorrespondenceDetails.LastUpdatedTime', 'date-time', 'm.updated_at']),
]

/** A customer's own columns are those of a case's main party, whose alias is the same. */
const ofParty = caseAttributes
  .filter(({ name }) => name.startsWith('MainParty.'))
  .map((each) => ({ ...each, name: each.name.replace('MainParty.', 'CustomerDetails.') }))

const customerColumns: readonly Attribute[] = [
  attribute(['CustomerDetails.CustomerId', 'number', 'p.customer_id']),
  ...ofParty,
  attribute(['CustomerDetails.Country', 'text', 'p.country']),
  attribute(['CustomerDetails.ContactConsent', 'flag', 'p.contact_consent']),
  attribute(['CustomerDetails.TimeCreated', 'date-time', 'p.created_at']),
  attribute(['CustomerDetails.LastUpdatedTime', 'date-time', 'p.updated_at']),
]

const withCase = (alias: string): string =>
  `join (${caseSource}) on c.organisation_id = ${alias}.organisation_id and c.case_id = ${alias}.case_id`

const cases: ReportSource = {
  name: 'cases',
  elements: { all: 'Cases', one: 'Case' },
  from: caseSource,
  alias: 'c',
  key: 'c.case_id',
  mainDate: { sql: 'c.received_on', kind: 'date' },
  isOfCase: true,
  columns: caseAttributes,
}

const tasks: ReportSource = {
  name: 'tasks',
  elements: { all: 'Tasks', one: 'Task' },
  from: `tasks k
    left join teams ktm on ktm.organisation_id = k.organisation_id and ktm.team_id = k.team_id
    left join users ku on ku.organisation_id = k.organisation_id and ku.user_id = k.assigned_user_id
    ${withCase('k')}`,
  alias: 'k',
  key: 'k.task_id',
  mainDate: { sql: 'k.created_at', kind: 'date-time' },
  isOfCase: true,
  columns: [...taskColumns, ...caseAttributes],
}

const correspondence: ReportSource = {
  name: 'correspondence',
  elements: { all: 'CorrespondenceItems', one: 'CorrespondenceItem' },
  from: `correspondence m ${withCase('m')}`,
  alias: 'm',
  key: 'm.correspondence_id',
  mainDate: { sql: 'm.created_at', kind: 'date-time' },
  isOfCase: true,
  columns: [...correspondenceColumns, ...caseAttributes],
}

const customers: ReportSource = {
  name: 'customers',
  elements: { all: 'Customers', one: 'Customer' },
  from: 'customers p',
  alias: 'p',
  key: 'p.customer_id',
  mainDate: { sql: 'p.updated_at', kind: 'date-time' },
  isOfCase: false,
  columns: customerColumns,
}

/** The four things a report can be run over. No column of any holds an equality answer. */
export const reportSources: Readonly<Record<SourceName, ReportSource>> = Object.freeze({
  cases,
  tasks,
  correspondence,
  customers,
})
