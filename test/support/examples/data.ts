import { Readable } from 'node:stream'
import type { Operation } from '#kernel/operation.ts'
import { allOperations } from '#operations'
import type { ContractStage } from '#test/contract-stage.ts'
import { addExampleAccounts } from './accounts.ts'
import { addExampleActions } from './actions.ts'
import { addExampleAdministration } from './administration.ts'
import { addExampleAccess } from './access.ts'
import { addExampleChangeLog } from './change-log.ts'
import { addExampleClearances } from './clearance.ts'
import { addExampleComplaints } from './complaints.ts'
import { addExampleDocuments } from './documents.ts'
import { addExampleDrafts } from './drafts.ts'
import { addExampleInformation } from './information.ts'
import { addExampleQueues } from './queues.ts'
import { addExamplePeople } from './people.ts'
import { addExampleStages } from './stages.ts'

type Sent = Readonly<Record<string, string>>

const examples = (isOf: (name: string) => boolean): readonly Sent[] =>
  allOperations.filter(({ name }) => isOf(name)).flatMap((each) => each.examples)
const sentAs = (parameter: string, all: readonly Sent[]): readonly string[] => [
  ...new Set(all.flatMap((sent) => sent[parameter] ?? [])),
]
/** What the examples of operations about a case that is there call it. */
const aboutCases = examples((name) => name !== 'createcase' && name !== 'updateexternalid')

/** Adds what the examples of operations name: copies of what the fixture has. */
export async function addExampleData(stage: ContractStage): Promise<void> {
  const cases = ['CaseId', 'OtherCase'].flatMap((name) =>
    sentAs(
      name,
      examples(() => true),
    ),
  )
  for (const caseId of new Set(cases)) await addCase(stage, caseId, null)
  // cases of their own: an example may give another reference to the case it names by number
  for (const [at, reference] of sentAs('ExternalId', aboutCases).entries())
    await addCase(stage, String(2000 + at), reference)
  for (const reportId of sentAs(
    'ReportId',
    examples(() => true),
  ))
    await stage.rows(
      `insert into reports (organisation_id, report_id, name, source, definition)
       select organisation_id, $2, name, source, definition from reports where organisation_id = $1
       on conflict do nothing`,
      reportId,
    )
  for (const code of sentAs(
    'TeamCode',
    examples(() => true),
  ))
    await stage.rows(
      `insert into teams (organisation_id, code, name) values ($1, $2, 'Housing')
       on conflict do nothing`,
      code,
    )
  await addExampleAccounts(stage)
  await addPapers(stage)
  await addExampleDocuments(stage)
  await addExampleComplaints(stage)
  await addExampleClearances(stage)
  await addExampleInformation(stage)
  await addClock(stage)
  await addAbsences(stage)
  await addLinks(stage)
  await addSessions(stage)
  await addExampleStages(stage)
  await addExampleChangeLog(stage)
  await addExampleAdministration(stage)
  await addExampleQueues(stage)
  await addExampleDrafts(stage)
  await addExampleAccess(stage)
  await addExamplePeople(stage)
  await addExampleActions(stage)
}

const addCase = ({ rows }: ContractStage, caseId: string, reference: string | null) =>
  rows(
    `with added as (
       insert into cases (organisation_id, case_id, external_id, case_type_id, case_type_version, label,
         status, team_id, received_at, received_on, created_at, created_by, updated_at)
       select organisation_id, $2, $3, case_type_id, case_type_version, label, status, team_id,
         received_at, received_on, created_at, created_by, updated_at
       from cases where organisation_id = $1 and case_id = 700123
       returning organisation_id, case_id
     )
     insert into case_parties (organisation_id, case_id, role, customer_id)
     select a.organisation_id, a.case_id, p.role, p.customer_id
     from added a join case_parties p on p.organisation_id = a.organisation_id and p.case_id = 700123`,
    caseId,
    reference,
  )

const numberOf = (reference: string): string => reference.replace(/^\D/, '')

/** Files that can be had, files that can be fetched again, flags and letters. */
async function addPapers({ rows }: ContractStage): Promise<void> {
  for (const reference of sentAs(
    'ref',
    examples(() => true),
  ))
    await rows(
      `insert into documents (organisation_id, document_id, case_id, name, media_type, state, content_hash,
         content_size, document_at, author)
       overriding system value
       select organisation_id, $2, case_id, name, media_type, state, content_hash, content_size,
         document_at, author
       from documents where organisation_id = $1 and document_id = 40017`,
      numberOf(reference),
    )
  for (const { CaseId, Document } of examples((name) => name === 'retrydocument'))
    await rows(
      `insert into documents (organisation_id, document_id, case_id, name, url, state, failure,
         document_at, author)
       overriding system value
       values ($1, $2, $3, 'Plan.pdf', 'https://nowhere.example/plan.pdf', 'not retrieved',
         'No host of that name was found.', '2026-03-14', 'Website')`,
      numberOf(Document ?? ''),
      CaseId,
    )
  for (const { CaseId, Flag } of examples(() => true).filter((sent) => sent['Flag']))
    await rows(
      `insert into case_flags (organisation_id, flag_id, case_id, parameter, text, raised_at)
       overriding system value values ($1, $2, $3, 'RequestMethod', 'Semaphore', '2026-03-14')`,
      Flag,
      CaseId,
    )
  for (const { CaseId, Type } of examples((name) => name === 'getcasecorrespondence'))
    await rows(
      `insert into correspondence (organisation_id, case_id, code, name, channel, subject, body, author,
         created_at, processed_at, updated_at)
       select organisation_id, $2, coalesce($3, code), name, channel, subject, body, author, created_at,
         processed_at, updated_at
       from correspondence where organisation_id = $1 and correspondence_id = 51002`,
      CaseId,
      Type,
    )
  await rows(`select setval(pg_get_serial_sequence('documents', 'document_id'), 70000 + $1)`)
}

/** The first example of an operation, to be varied. */
export function firstExample({ name, examples: [example] }: Operation): Sent {
  if (!example) throw new Error(`${name} has no example`)
  return example
}

/** Closes the file of a result that nobody reads. */
export function letGo(result: unknown): void {
  const isOpen = typeof result === 'object' && result !== null && 'body' in result
  if (isOpen && result.body instanceof Readable) result.body.destroy()
}

/** A school's request whose deadline somebody has set by hand, and an event on its clock. */
async function addClock({ rows }: ContractStage): Promise<void> {
  const respond = { code: 'respond', rule: 'FOI_SCHOOL', from: 'received', isTarget: true }
  const outcomes = [{ code: 'answered', leadsTo: 'closure' }]
  await rows(
    `insert into case_type_versions (organisation_id, case_type_id, version, definition, published_at)
     select v.organisation_id, v.case_type_id, 1000, v.definition || $2::jsonb, v.published_at
     from case_type_versions v join case_types t using (organisation_id, case_type_id)
     where v.organisation_id = $1 and t.name = 'Complaint' and v.version = 1`,
    JSON.stringify({ procedure: { stages: [{ code: 'answer', deadlines: [respond], outcomes }] } }),
  )
  for (const caseId of sentAs(
    'CaseId',
    examples((name) => name === 'overridedeadline'),
  ))
    await rows(
      `with stage as (
         insert into case_stages (organisation_id, case_id, track, code, started_at)
         select organisation_id, case_id, 'main', 'answer', received_at
         from cases where organisation_id = $1 and case_id = $2
       ), deadline as (
         insert into case_deadlines (organisation_id, case_id, track, stage, code, state, rule,
           rule_version, is_target, due_on, override_reason, overridden_by, computed_at)
         values ($1, $2, 'main', 'answer', 'respond', 'running', 'FOI_SCHOOL', '', true,
           '2026-04-01', 'Agreed', 'Sam Dee', '2026-03-14')
       ), event as (
         insert into clock_events (organisation_id, clock_event_id, case_id, name, happened_on,
           until_on, recorded_by, recorded_at)
         overriding system value
         values ($1, 30001, $2, 'school_closed', '2026-03-09', '2026-03-10', 'Sam Dee', '2026-03-14')
       )
       update cases set case_type_version = 1000 where organisation_id = $1 and case_id = $2`,
      caseId,
    )
}

/** The absences that examples end. */
async function addAbsences({ rows }: ContractStage): Promise<void> {
  for (const absence of sentAs(
    'Absence',
    examples(() => true),
  ))
    await rows(
      `insert into absences (organisation_id, absence_id, user_id, from_on, until_on, kind,
         recorded_by, recorded_at)
       overriding system value
       select $1, $2, user_id, '2026-05-01', '2026-05-02', 'leave', 'Sam Dee', '2026-03-14'
       from users where organisation_id = $1 and user_name = 'sdee'`,
      absence,
    )
}

/** The sessions that examples end. */
async function addSessions({ rows }: ContractStage): Promise<void> {
  for (const session of sentAs(
    'Session',
    examples(() => true),
  ))
    await rows(
      `insert into sessions (organisation_id, session_id, session_hash, user_id, created_at,
         last_used_at, expires_at)
       overriding system value
       select $1, $2::int, decode(md5($2::text), 'hex'), user_id, '2026-03-14', '2026-03-14',
         '2026-03-15'
       from users where organisation_id = $1 and user_name = 'sdee'`,
      session,
    )
}

/** The links between cases that examples take away. */
async function addLinks({ rows }: ContractStage): Promise<void> {
  for (const { CaseId, OtherCase } of examples((name) => name === 'unlinkcase'))
    await rows(
      `insert into case_links (organisation_id, case_id, other_case_id, kind, linked_by, linked_at)
       values ($1, $2, $3, 'related', 'Sam Dee', '2026-03-14')`,
      CaseId,
      OtherCase,
    )
}
