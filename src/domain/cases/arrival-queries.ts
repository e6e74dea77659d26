import {
  deadlineColumns,
  deadlineRecord,
  deadlineValues,
  draftLetters,
  type Opening,
  type RaisedTask,
} from '#domain/clock/index.ts'
import { peopleInsert, peopleTakes, peopleUpsert, type PartyRole } from '#domain/customers/index.ts'
import { addedDocumentIds, addingDocuments, takesDocuments } from '#domain/documents/index.ts'
import { touching } from '#domain/events/index.ts'
import type { Misfit } from '#domain/options/index.ts'
import { bool, date, float8, instant, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { change } from '#platform/statement.ts'

/** What is kept of anything that arrives: texts that did not fit, and documents to be fetched. */
const arrival = {
  misfits: json<readonly Misfit[]>(),
  intakeNote: nullable(text),
  documents: takesDocuments.documents,
} as const

/** Common table expressions that keep an arrival with the case of `theCase (case_id)`. */
const keepArrival = (author: string) => `
${addingDocuments('the_case', author)}, intake_flags as (
    insert into case_flags (organisation_id, case_id, parameter, text, raised_at)
    select :organisationId, c.case_id, f."parameter", f."text", :now
    from the_case c, jsonb_to_recordset(:misfits) as f ("parameter" text, "text" text)
  ), intake_note as (
    insert into notes (organisation_id, case_id, kind, body, author, added_at)
    select :organisationId, c.case_id, 'Intake', :intakeNote, ${author}, :now
    from the_case c
    where :intakeNote is not null
  )`

/** A task that is raised with a case, and the team that gets it where that is not the case's. */
export type NewTask = Omit<RaisedTask, 'team'> & { readonly teamId: number | null }
type Party = PartyRole & { readonly person: number }

/**
 * Opens a case with everything that belongs to it. No row comes back where its number is another case's.
 * An account sent without its type is the only one of that reference, or none.
 */
export const insertCase: typeof insertWhole = (db, row) =>
  isPlain(row) ? insertPlain(db, row) : insertWhole(db, row)

const takesCase = {
  ...peopleTakes,
  ...arrival,
  requestId: nullable(int8),
  externalId: nullable(text),
  parentCaseId: nullable(int8),
  caseTypeId: int8,
  caseTypeVersion: int4,
  label: text,
  status: text,
  rating: nullable(text),
  isConfidential: bool,
  teamId: nullable(int8),
  assignedUserId: nullable(int8),
  assignedByRule: nullable(text),
  receivedAt: instant,
  receivedOn: date,
  receivedMethod: nullable(text),
  createdBy: text,
  targetDays: nullable(int4),
  targetOn: nullable(date),
  stage: nullable(int4),
  latitude: nullable(float8),
  longitude: nullable(float8),
  placePostcode: nullable(text),
  attributes: json<Readonly<Record<string, string>>>(),
  parties: json<readonly Party[]>(),
  deadlines: json<Opening['deadlines']>(),
  stages: json<Opening['stages']>(),
  tasks: json<readonly NewTask[]>(),
  letters: json<Opening['letters']>(),
  accountType: nullable(text),
  accountReference: nullable(text),
} as const

const returnsCase = {
  caseId: int8,
  people: json<readonly { readonly person: number; readonly customerId: number }[]>(),
  documentIds: json<readonly number[]>(),
} as const

/** PostgreSQL readies every part of a statement before it runs the first: what a case does not bring is left out. */
const isPlain = (row: Parameters<typeof insertWhole>[1]): boolean =>
  row.accountReference === null &&
  row.misfits.length + row.documents.length + row.letters.length === 0 &&
  row.people.every(({ details }) => (details.reference ?? null) === null)

/** Where the parts of a statement that opens a case differ: expressions end with a comma or begin with one. */
interface CaseParts {
  readonly before: string
  readonly accountId: string
  readonly people: string
  readonly after: string
  readonly documentIds: string
}

const opening = ({ before, accountId, people, after, documentIds }: CaseParts): string => `
    with ${before}${theCase(accountId)}, ${people}, ${partiesAndWork}${after}
    select c.case_id as "caseId",
      coalesce((select jsonb_agg(jsonb_build_object('person', s.person,
        'customerId', s.customer_id)) from saved_people s), '[]') as people,
      ${documentIds} as "documentIds"
    from the_case c`

const theCase = (accountId: string): string => `the_case as (
      insert into cases (organisation_id, case_id, external_id, parent_case_id, case_type_id,
        case_type_version, label, status, rating, is_confidential, team_id, account_id,
        received_at, received_on, received_method, created_at, created_by, updated_at,
        target_days, target_on, current_stage, latitude, longitude, place_postcode, attributes,
        assigned_user_id, assigned_by_rule, assigned_at)
      select :organisationId,
        case when :requestId is null then next_case_id() else claim_case_id(:requestId) end,
        :externalId, :parentCaseId, :caseTypeId, :caseTypeVersion, :label, :status, :rating,
        :isConfidential, :teamId, ${accountId}, :receivedAt, :receivedOn,
        :receivedMethod, :now, :createdBy, casewright_now(), :targetDays, :targetOn, :stage,
        :latitude, :longitude, :placePostcode, :attributes, :assignedUserId, :assignedByRule,
        case when :assignedByRule is not null then :now end
      on conflict (organisation_id, case_id) do nothing
      returning case_id
    )`

const partiesAndWork = `parties as (
      insert into case_parties (organisation_id, case_id, role, position, customer_id)
      select :organisationId, c.case_id, r."role", r."position", s.customer_id
      from the_case c,
        jsonb_to_recordset(:parties) as r ("person" int, "role" text, "position" int)
        join saved_people s on s.person = r."person"
    ), stages as (
      insert into case_stages (organisation_id, case_id, track, code, stage, target_days,
        received_on, due_on, started_at)
      select :organisationId, c.case_id, s."track", s."code", s."number", s."targetDays",
        :receivedOn, s."dueOn", :now
      from the_case c, jsonb_to_recordset(:stages) as s
        ("track" text, "code" text, "number" int, "targetDays" int, "dueOn" date)
    ), deadlines as (
      insert into case_deadlines (organisation_id, case_id, ${deadlineColumns})
      select :organisationId, c.case_id, ${deadlineValues}
      from the_case c, jsonb_to_recordset(:deadlines) as ${deadlineRecord}
    ), event as (
      insert into case_events (organisation_id, case_id, kind, actor, occurred_at)
      select :organisationId, c.case_id, 'caseOpened', :createdBy, :now from the_case c
    ), tasks_raised as (
      insert into tasks (organisation_id, case_id, code, title, due_on, team_id, track, stage,
        due_from, created_at, updated_at)
      select :organisationId, c.case_id, t."code", t."title", t."dueOn",
        coalesce(t."teamId", :teamId), t."track", t."stage", t."dueFrom", :now, casewright_now()
      from the_case c, jsonb_to_recordset(:tasks) as t ("code" text, "title" text,
        "dueOn" date, "teamId" bigint, "track" text, "stage" text, "dueFrom" jsonb)
    )`

const account = `found_account as (
      select min(a.account_id) as account_id
      from accounts a
      where a.organisation_id = :organisationId and a.reference = :accountReference
        and (:accountType is null or lower(a.account_type) = lower(:accountType))
        and a.removed_on is null
      having count(*) = 1
    ), made_account as (
      insert into accounts (organisation_id, account_type, reference, updated_at)
      select :organisationId, :accountType, :accountReference, casewright_now()
      where :accountType is not null and :accountReference is not null
        and not exists (select from found_account)
      on conflict (organisation_id, reference, lower(account_type)) where removed_on is null
      do update set updated_at = accounts.updated_at
      returning account_id
    ), account as (
      select account_id from found_account union all select account_id from made_account
    ), `

const whole = {
  before: account,
  accountId: '(select account_id from account)',
  people: peopleUpsert,
  after: `, ${draftLetters('the_case')}, lost_account as (
      insert into case_flags (organisation_id, case_id, parameter, text, raised_at)
      select :organisationId, c.case_id, 'ExternalAccountId', :accountReference, :now
      from the_case c
      where :accountReference is not null and not exists (select from account)
    ), ${keepArrival(':createdBy')}`,
  documentIds: addedDocumentIds,
}
const plain = {
  before: '',
  accountId: 'null::bigint',
  people: peopleInsert,
  after: '',
  documentIds: `'[]'::jsonb`,
}

const insertWhole = change({ takes: takesCase, returns: returnsCase, sql: opening(whole) })
const insertPlain = change({ takes: takesCase, returns: returnsCase, sql: opening(plain) })

/** Files a form on a case, and completes the task that waited for it. */
export const insertAction = change({
  takes: {
    ...arrival,
    caseId: int8,
    form: text,
    title: text,
    attributes: json<Readonly<Record<string, string>>>(),
    taskId: nullable(int8),
    submittedBy: text,
    now: instant,
  },
  returns: { actionId: int8, documentIds: json<readonly number[]>() },
  sql: `
    with the_case as (
      update cases
      set ${touching}
      where organisation_id = :organisationId and case_id = :caseId
      returning case_id
    ), completed as (
      update tasks
      set completed_at = :now, completed_by = :submittedBy,
        updated_at = casewright_now(), changed_in = pg_current_xact_id()
      where organisation_id = :organisationId and task_id = :taskId and completed_at is null
      returning task_id, code, title
    ), action as (
      insert into case_actions (organisation_id, case_id, form, title, attributes, task_id,
        submitted_by, submitted_at)
      select :organisationId, c.case_id, :form, :title, :attributes,
        (select task_id from completed), :submittedBy, :now
      from the_case c
      returning action_id
    ), events as (
      insert into case_events (organisation_id, case_id, kind, particulars, actor, occurred_at)
      select :organisationId, :caseId, 'formFiled',
        jsonb_build_object('actionId', action_id, 'form', :form), :submittedBy, :now
      from action
      union all
      select :organisationId, :caseId, 'taskCompleted',
        jsonb_build_object('taskId', task_id, 'code', code, 'title', title), :submittedBy, :now
      from completed
    ), ${keepArrival(':submittedBy')}
    select action_id as "actionId", ${addedDocumentIds} as "documentIds" from action`,
})
