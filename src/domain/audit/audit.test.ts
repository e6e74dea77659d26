import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { text as textIn } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import { systemActor } from '#kernel/job.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { exportAudit, listAudit, startVerification } from './index.ts'
import { verifyAuditJob } from './verify-audit.job.ts'

let stage: Fixture
before(async () => {
  stage = await fixture()
  const sql: Fixture['test']['sql'] = (text, values) => stage.test.sql(text, values)
  await sql(
    `update cases set is_confidential = true where organisation_id = $1 and case_id = 700124`,
    [stage.organisationId],
  )
  // in transactions long over: only what is older than every running one of the whole server is chained
  await sql(
    `insert into audit_entries
       (organisation_id, written_in, occurred_at, actor, operation, outcome, case_id, particulars, request_id)
     select o.organisation_id, '3', e.at, e.actor, e.operation, e.outcome, e.case_id, '{"kind": "=1+1"}', 'r'
     from organisations o, (values
       (timestamptz '2026-02-02 23:59Z', 'user 5 Okafor, Ife', 'createcase', 'done', 700122::bigint),
       ('2026-02-03 00:00Z', 'api-key 3 =cmd', 'addcasenotes', 'refused: unknownCase', null),
       ('2026-02-04 12:00Z', 'user 5 Okafor, Ife', 'addcasenotes', 'done', 700124)
     ) as e (at, actor, operation, outcome, case_id)`,
  )
})
after(() => stage.close())

type Listed = Awaited<ReturnType<(typeof listAudit)['handle']>>
const asked = async (sent: Readonly<Record<string, string>>, role = 'administrator') =>
  (await stage.perform(listAudit, sent, stage.actor(role as 'auditor'))) as Listed
const told = async (sent: Readonly<Record<string, string>>) =>
  (await asked(sent)).entries.map(({ operation, outcome }) => `${operation} ${outcome}`)

test('the audit is narrowed down by who, what, how it ended, case and day, newest first', async () => {
  const all = ['addcasenotes done', 'addcasenotes refused: unknownCase', 'createcase done']
  assert.deepEqual(await told({ From: '2026-02-02', To: '2026-02-04' }), all)
  const days = { From: '2026-02-02', To: '2026-02-03' }
  assert.deepEqual(await told({ ...days, Who: 'okafor' }), ['createcase done'])
  assert.deepEqual(await told({ ...days, Outcome: 'refused' }), [all[1]])
  assert.deepEqual(await told({ Operation: 'CreateCase' }), ['createcase done'])
  assert.deepEqual(await told({ CaseNumber: '700124' }), ['addcasenotes done'])
  assert.deepEqual(await told({ From: '2026-02-03', To: '2026-02-03' }), [all[1]])
})

test('what is rare is sought a stretch at a time, and what is older is not lost', async () => {
  const hum = async (operation: string, many: number) =>
    stage.test.sql(
      `insert into audit_entries
         (organisation_id, written_in, occurred_at, actor, operation, outcome, particulars, request_id)
       select $1, '3', '2026-02-05', 'user 5 Okafor, Ife', $2, 'done', '{}', 'r' from generate_series(1, $3)`,
      [stage.organisationId, operation, many],
    )
  await hum('getqueue', 20_000)
  const first = await asked({ Operation: 'createcase' })
  assert.deepEqual(first.entries, [])
  assert.ok(first.lookedBackTo)
  const second = await asked({ Operation: 'createcase', After: String(first.next) })
  assert.deepEqual(
    second.entries.map(({ operation }) => operation),
    ['createcase'],
  )
  assert.deepEqual([second.next, second.lookedBackTo], [undefined, undefined])
  const since = await asked({ Operation: 'createcase', From: '2026-02-02' })
  assert.deepEqual([since.entries.length, since.lookedBackTo], [1, undefined])
  await stage.test.sql(`alter table audit_entries disable trigger user`)
  await stage.test.sql(`delete from audit_entries where operation = 'getqueue'`)
  await stage.test.sql(`alter table audit_entries enable trigger user`)
})

test('who may not know of a case sees no entry about it, and none of another organisation', async () => {
  const permissions = new Set(['audit.view'] as const)
  const stranger = { ...stage.actor('auditor'), permissions, id: 99 }
  const seen = (await stage.perform(listAudit, {}, stranger)) as Listed
  assert.deepEqual(
    seen.entries.map(({ caseId }) => caseId),
    [null, 700122],
  )
  const file = (await stage.perform(exportAudit, {}, stranger)) as { readonly body: Readable }
  assert.doesNotMatch(await textIn(file.body), /700124/)
})

test('the file holds what the filters leave, and a spreadsheet works out nothing of it', async () => {
  const sent = { From: '2026-02-03', To: '2026-02-04' }
  const file = (await stage.perform(exportAudit, sent)) as { readonly body: Readable }
  const lines = (await textIn(file.body)).trimEnd().split('\r\n')
  assert.equal(lines.length, 3)
  assert.match(
    lines[1] ?? '',
    /,"user 5 Okafor, Ife",addcasenotes,done,700124,"\{""kind"":""=1\+1""\}",r$/,
  )
  assert.match(lines[2] ?? '', /,api-key 3 =cmd,/)
})

test('the chain is checked by a job, and what it came to is shown', async () => {
  const { last, isChecking } = await asked({})
  assert.deepEqual([last, isChecking], [undefined, false])
  assert.deepEqual(await stage.perform(startVerification, {}), { isBegun: true })
  assert.deepEqual(await stage.perform(startVerification, {}), { isBegun: false })
  assert.equal((await asked({})).isChecking, true)
  const [row] = await stage.test.sql(
    `select j.payload from graphile_worker._private_jobs j where j.payload ->> 'verificationId' is not null`,
  )
  const payload = row?.['payload'] as { verificationId: number }
  const { door, clock, organisationId, test: its } = stage
  await verifyAuditJob.work({
    payload,
    actor: systemActor(organisationId),
    database: its.database,
    outside: door.outside,
    clock,
    signal: new AbortController().signal,
  })
  const done = await asked({}, 'auditor')
  assert.equal(done.isChecking, false)
  assert.ok((done.last?.linked ?? 0) >= 3)
  assert.deepEqual(done.last?.breaks, [])
  assert.match(done.last?.askedBy ?? '', /Sam Dee/)
})
