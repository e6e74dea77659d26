import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Operation } from '#kernel/operation.ts'
import { parameterRows } from '#kernel/parameters.ts'
import { Refusal } from '#kernel/refusal.ts'
import { allOperations } from '#operations'
import { refuseUnfitServer } from '#platform/roles.ts'
import { contractStage, type ContractStage } from '#test/contract-stage.ts'
import { firstExample } from '#test/examples/data.ts'
import { addForeignPeople } from '#test/examples/people.ts'
import { contentsOf } from '#test/tables.ts'

/** By parameter: what only the first organisation has, and what nobody has. */
const named: Readonly<Record<string, readonly (readonly [foreign: string, unknown: string])[]>> = {
  CaseId: [['800150', '800999']],
  RequestId: [['800150', '800999']],
  ExternalId: [['EXT-F150', 'EXT-F999']],
  Id: [
    ['C-F017', 'C-F999'],
    ['C860001', 'C860999'],
  ],
  NewId: [['C-F017', 'C-F999']],
  'Customer.Id': [['C-F017', 'C-F999']],
  'Agent.Id': [['C-F017', 'C-F999']],
  ReportId: [['870021', '870999']],
  ExternalAccountId: [['ACC-F77', 'ACC-F99']],
  UserName: [['foreign', 'nobody-here']],
  Task: [['FOREIGNTASK', 'UNKNOWNTASK']],
  Type: [
    ['ForeignType', 'UnknownType'],
    ['FOREIGNLET', 'UNKNOWNLET'],
  ],
  Document: [
    ['D850017', 'D850999'],
    ['C860001', 'C860999'],
  ],
  Flag: [['880001', '880999']],
  TypeDraft: [['897001', '897999']],
  CaseType: [['ForeignType', 'UnknownType']],
  Person: [['885001', '885999']],
  Other: [['885001', '885999']],
  Merge: [['885003', '885997']],
  Account: [['885002', '885998']],
  Contact: [['886001', '886999']],
  AlertNumber: [['887001', '887999']],
  Draft: [['888001', '888999']],
  CallFile: [['888002', '888998']],
  Point: [['41', '99']],
  Remedy: [['42', '99']],
  Answer: [['43', '99']],
  OtherCase: [['800150', '800999']],
  Part: [['44', '99']],
  Activity: [['45', '99']],
  Search: [['46', '99']],
  ThirdParty: [['47', '99']],
  TeamCode: [['FOREIGNTEAM', 'UNKNOWNTEAM']],
  Option: [['897001', '897999']],
  ApiKey: [['898101', '898999']],
  Target: [['foreign', 'nobody-here']],
  StandIn: [['foreign', 'nobody-here']],
  Absence: [['890002', '890999']],
  Session: [['897001', '897999']],
  ClockEvent: [['890001', '890999']],
  TaskNumber: [['895001', '895999']],
  Letter: [['896001', '896999']],
  Template: [['FOREIGNTEMPLATE', 'UNKNOWNTEMPLATE']],
  SavedFilter: [['897001', '897999']],
  BulkChange: [['898001', '898999']],
  Case: [['800150', '800999']],
  Role: [['foreign role', 'unknown role']],
  ref: [
    ['D850017', 'D850999'],
    ['C860001', 'C860999'],
  ],
}

let stage: ContractStage
before(async () => {
  stage = await contractStage()
  await addForeign(stage)
})
after(() => stage.close())

async function addForeignInformation({ rows }: ContractStage): Promise<void> {
  await rows(
    `insert into request_parts (organisation_id, case_id, part, description, changed_by, changed_at)
     values ($1, 700123, 44, 'x', 'x', '2026-03-14')`,
  )
  await rows(
    `insert into cost_activities (organisation_id, case_id, activity, kind, is_estimate, minutes,
       worked_by, done_on, recorded_by, recorded_at)
     values ($1, 700123, 45, 'locating', false, 1, 'x', '2026-03-14', 'x', '2026-03-14')`,
  )
  await rows(
    `insert into searches (organisation_id, case_id, search, place, planned_by, planned_at)
     values ($1, 700123, 46, 'x', 'x', '2026-03-14')`,
  )
  await rows(
    `insert into third_parties (organisation_id, case_id, third_party, reference, changed_by, changed_at)
     values ($1, 700123, 47, 'x', 'x', '2026-03-14')`,
  )
}

async function addForeign(stage: ContractStage): Promise<void> {
  const { rows } = stage
  const from = async (table: string, changes: Readonly<Record<string, string>>, where: string) => {
    const columns = (
      await rows(
        `select column_name as name from information_schema.columns
         where $1 > 0 and table_name = $2 and table_schema = 'public' and is_generated = 'NEVER'`,
        table,
      )
    ).map(({ name }) => String(name))
    const values = columns.map((name) => changes[name] ?? name)
    await rows(
      `insert into ${table} (${columns.join(', ')}) overriding system value
       select ${values.join(', ')} from ${table} where organisation_id = $1 and ${where}`,
    )
  }
  await from('cases', { case_id: '800150', external_id: `'EXT-F150'` }, 'case_id = 700122')
  await from('case_parties', { case_id: '800150' }, 'case_id = 700122')
  const customer = { customer_id: '-1', reference: `'C-F017'` }
  await from('customers', customer, `reference = 'C90017'`)
  await from('accounts', { account_id: '-1', reference: `'ACC-F77'` }, `reference = 'ACC-77'`)
  const numbered = { account_id: '885002', reference: `'R-F78'` }
  await from('accounts', numbered, `reference = 'ACC-77'`)
  await from('documents', { document_id: '850017', case_id: '800150' }, 'document_id = 40017')
  const letter = { correspondence_id: '860001', case_id: '800150', code: `'FOREIGNLET'` }
  await from('correspondence', letter, 'correspondence_id = 51002')
  await from('reports', { report_id: '870021' }, 'report_id = 55021')
  await rows(
    `insert into case_flags (organisation_id, flag_id, case_id, parameter, text, raised_at)
     overriding system value values ($1, 880001, 800150, 'Type', 'x', '2026-03-14')`,
  )
  await rows(
    `insert into complaint_points (organisation_id, case_id, point, description, added_at, added_by,
       changed_at, changed_by)
     values ($1, 700123, 41, 'x', '2026-03-14', 'x', '2026-03-14', 'x')`,
  )
  await rows(
    `insert into remedies (organisation_id, case_id, remedy, what, description, due_on, added_at,
       added_by, changed_at, changed_by)
     values ($1, 700123, 42, 'action', 'x', '2026-03-14', '2026-03-14', 'x', '2026-03-14', 'x')`,
  )
  await rows(
    `insert into answers (organisation_id, case_id, answer, title) values ($1, 700123, 43, 'x')`,
  )
  await addForeignInformation(stage)
  await from('customers', { customer_id: '885001', reference: 'null' }, `reference = 'C90017'`)
  await rows(
    `insert into customer_merges (organisation_id, merge_id, kept_id, merged_id, fields, moved,
       merged_by, merged_at)
     overriding system value
     select $1, 885003, 885001, customer_id, '{}', '{}', 'x', '2026-03-14'
     from customers where organisation_id = $1 and reference = 'C90017'`,
  )
  await addForeignPeople(stage)
  await from('teams', { team_id: '-1', code: `'FOREIGNTEAM'` }, `code = 'CUSTREL'`)
  await rows(
    `insert into clock_events (organisation_id, clock_event_id, case_id, name, happened_on,
       recorded_by, recorded_at)
     overriding system value
     values ($1, 890001, 800150, 'acknowledged', '2026-03-14', 'Sam Dee', '2026-03-14')`,
  )
  const user = { user_id: '-1', user_name: `'foreign'`, email: `'foreign@demo.example'` }
  await from('users', user, `user_name = 'sdee'`)
  await rows(
    `insert into absences (organisation_id, absence_id, user_id, from_on, until_on, kind,
       recorded_by, recorded_at)
     overriding system value
     select $1, 890002, user_id, '2026-05-01', '2026-05-02', 'leave', 'Sam Dee', '2026-03-14'
     from users where organisation_id = $1 and user_name = 'sdee'`,
  )
  await rows(
    `insert into options (organisation_id, option_id, list, value)
     overriding system value values ($1, 897001, 'document category', 'Foreign')`,
  )
  await rows(
    `insert into roles (organisation_id, name, permissions, changed_by, changed_at)
     values ($1, 'foreign role', '{case.view}', 'Sam Dee', '2026-03-14')`,
  )
  await rows(
    `insert into sessions (organisation_id, session_id, session_hash, user_id, created_at,
       last_used_at, expires_at)
     overriding system value
     select $1, 897001, '\\x897001', user_id, '2026-03-14', '2026-03-14', '2026-03-15'
     from users where organisation_id = $1 and user_name = 'sdee'`,
  )
  await from('api_keys', { api_key_id: '898101', key: `'foreign'` }, `name = 'Website'`)
  const task = { task_id: '-1', case_id: '800150', code: `'FOREIGNTASK'` }
  await from('tasks', task, `code = 'INBOUNDCALL'`)
  await from('tasks', { task_id: '895001' }, `case_id = 700123 and code = 'INBOUNDCALL'`)
  await rows(
    `with draft as (
       insert into letter_drafts (organisation_id, letter_draft_id, case_id, template, name, channel,
         body, created_at)
       overriding system value
       values ($1, 896001, 700123, 'FOREIGNTEMPLATE', 'x', 'letter', 'x', '2026-03-14')
     )
     insert into letter_templates (organisation_id, code, name, channel, body, updated_at)
     values ($1, 'FOREIGNTEMPLATE', 'x', 'letter', 'x', '2026-03-14')`,
  )
  await rows(
    `insert into saved_filters (organisation_id, saved_filter_id, user_id, name, is_shared, asked, saved_at)
     overriding system value
     select $1, 897001, user_id, 'x', true, '{}', '2026-03-14'
     from users where organisation_id = $1 and user_name = 'sdee'`,
  )
  await rows(
    `insert into bulk_changes (organisation_id, bulk_change_id, user_id, made_at)
     overriding system value
     select $1, 898001, user_id, '2026-03-14'
     from users where organisation_id = $1 and user_name = 'sdee'`,
  )
  await from('case_types', { case_type_id: '-1', name: `'ForeignType'` }, `name = 'Complaint'`)
  const version = {
    case_type_id: '-1',
    definition: `definition || '{"name": "ForeignType", "label": "Foreign type", "form": "ForeignType"}'`,
  }
  await from('case_type_versions', version, 'version = 1')
  await rows(
    `insert into case_type_drafts (organisation_id, draft_id, name, definition, started_at, changed_at,
       changed_by)
     overriding system value
     values ($1, 897001, 'x', '{"name": "x"}', '2026-03-14', '2026-03-14', 'x')`,
  )
}

/** What came of a call, with the reference that was sent and the numbers that grow left out. */
async function outcomeOf(operation: Operation, sent: Readonly<Record<string, string>>, id: string) {
  const actor = stage.actor(undefined, stage.otherOrganisationId)
  const outcome = await stage.perform(operation, sent, actor).then(
    (value) => ({ value }),
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error
      return { refused: error.kind.name, flaws: error.flaws }
    },
  )
  const written = JSON.stringify(outcome).replaceAll(id, '(the reference)')
  return written.replaceAll(/"caseId":7\d{5}\b/g, '"caseId":(a new number)')
}

// what these write in the second organisation would no longer be unknown there to the others
const writing = new Set(['createcase', 'updateexternalid', 'updatecustomer'])
const inOrder = allOperations.toSorted(
  (one, other) => Number(writing.has(one.name)) - Number(writing.has(other.name)),
)

for (const operation of inOrder)
  describe(operation.name, () => {
    const rows = parameterRows(operation.parameters).map(({ name }) => name)
    for (const name of Object.keys(named).filter((one) => rows.includes(one)))
      for (const [foreign, unknown] of named[name] ?? [])
        test(`another organisation’s ${name} ${foreign} is like one that nobody has`, async () => {
          const held = await contentsOf(stage.test, stage.organisationId)
          const base = { ...firstExample(operation), ...caseOf(operation, name) }
          const sent = (value: string) => outcomeOf(operation, { ...base, [name]: value }, value)
          assert.equal(await sent(foreign), await sent(unknown))
          assert.deepEqual(await contentsOf(stage.test, stage.organisationId), held)
        })
  })

/** A case that the second organisation has, where the operation wants one; only the reference may be foreign. */
function caseOf({ parameters }: Operation, name: string): Readonly<Record<string, string>> {
  if (name === 'ExternalId') return { CaseId: '' }
  const isCased = parameterRows(parameters).some((row) => row.name === 'CaseId')
  return isCased && name !== 'CaseId' ? { CaseId: '700123', ExternalId: '' } : {}
}

test('what is foreign here is there for its own organisation', async () => {
  const counts = await stage.rows(
    `select (select count(*)::int from cases where organisation_id = $1 and case_id = 800150) as cases,
       (select count(*)::int from customers where organisation_id = $1 and reference = 'C-F017') as people,
       (select count(*)::int from documents where organisation_id = $1 and document_id = 850017) as files`,
  )
  assert.deepEqual(counts, [{ cases: 1, people: 1, files: 1 }])
})

test('a role that PostgreSQL would not hold within one organisation is refused by its name', async () => {
  const { address, owner, superuser } = stage.test
  await refuseUnfitServer(address)
  const { user = '' } = superuser as { user?: string }
  await assert.rejects(refuseUnfitServer(superuser), new RegExp(`as ${user}, who is a superuser`))
  await assert.rejects(
    refuseUnfitServer(owner),
    /as casewright_owner, who owns the tables.*Sign in/,
  )
})
