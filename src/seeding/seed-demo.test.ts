import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { packHere, readPackFolder, shippedPacks } from '#domain/packs/index.ts'
import { documentStore, type DocumentStore } from '#platform/files/document-store.ts'
import { testDatabase, type TestDatabase } from '#test/database.ts'
import { seedDemo } from './index.ts'

const now = new Date('2026-03-14T09:30:00Z')
let stage: TestDatabase
let directory: string
let documents: DocumentStore
before(async () => {
  stage = await testDatabase()
  directory = await mkdtemp(join(tmpdir(), 'casewright-seeding-'))
  documents = await documentStore(directory)
})
after(async () => {
  await stage.close()
  await rm(directory, { recursive: true })
})

const seed = () => seedDemo({ owner: stage.owner, documents, now })
const count = async (table: string) =>
  Number((await stage.sql(`select count(*) as n from ${table}`))[0]?.['n'])

test('a seeding that fails on its way leaves nothing behind, and the next one does it all', async () => {
  // the directory in which the first organisation's documents would lie is taken by a file
  const obstacle = join(directory, '1')
  await writeFile(obstacle, '')
  await assert.rejects(seed())
  for (const table of ['organisations', 'teams', 'case_types', 'customers', 'cases', 'documents'])
    assert.equal(await count(table), 0, table)
  const sequences = await stage.sql(`select from pg_class where relname like 'case_ids_%'`)
  assert.deepEqual(sequences, [])
  await rm(obstacle)

  assert.partialDeepStrictEqual(await seed(), { organisation: 'demo', isNew: true, cases: 206 })
  assert.equal(await count('cases'), 206)
})

test('a second seeding changes nothing', async () => {
  const before = await stage.sql(`select * from cases order by case_id`)
  assert.partialDeepStrictEqual(await seed(), { organisation: 'demo', isNew: false, cases: 0 })
  assert.deepEqual(await stage.sql(`select * from cases order by case_id`), before)
  assert.equal(await count('organisations'), 1)
})

test('of two seedings at once one makes the organisation and the other leaves it alone', async () => {
  const other = await testDatabase()
  try {
    const both = [1, 2].map(() => seedDemo({ owner: other.owner, documents, now }))
    const made = (await Promise.all(both)).filter(({ isNew }) => isNew)
    assert.equal(made.length, 1)
  } finally {
    await other.close()
  }
})

test("what the contract's examples name is there", async () => {
  const cases = await stage.sql(
    `select c.case_id::int as "caseId", c.external_id as "externalId", t.name as type,
       tm.code as team, p.reference, p.title, p.first_name as "firstName", p.surname
     from cases c
     join case_types t on t.case_type_id = c.case_type_id
     join teams tm on tm.team_id = c.team_id
     join case_parties cp on cp.case_id = c.case_id and cp.role = 'Customer'
     join customers p on p.customer_id = cp.customer_id
     where c.external_id in ('EXT-0041', 'EXT-0042')
     order by c.case_id`,
  )
  const bell = { reference: 'C90017', title: 'Miss', firstName: 'Ann', surname: 'Bell' }
  const complaint = { type: 'Complaint', team: 'CUSTREL', ...bell }
  assert.deepEqual(cases, [
    { caseId: 700122, externalId: 'EXT-0041', ...complaint },
    { caseId: 700123, externalId: 'EXT-0042', ...complaint },
    { caseId: 700124, externalId: 'EXT-0042', ...complaint },
  ])
  const [account] = await stage.sql(
    `select account_type as type from accounts where reference = 'ACC-77' and removed_on is null`,
  )
  assert.deepEqual(account, { type: 'RENT' })
  const [waiting] = await stage.sql(
    `select count(*)::int as n from tasks
     where case_id = 700123 and code = 'INBOUNDCALL' and completed_at is null`,
  )
  assert.deepEqual(waiting, { n: 1 })
  const letters = await stage.sql(
    `select distinct code from correspondence where case_id in (700122, 700123, 700124)`,
  )
  assert.deepEqual(letters, [{ code: 'ACKLET' }])
})

test('the next case gets the number after the seeded ones', async () => {
  const [next] = await stage.sql(
    `select next_case_id()::int as "caseId"
     from set_config('casewright.organisation', (select max(organisation_id)::text from organisations), false)`,
  )
  assert.deepEqual(next, { caseId: 700125 })
})

test('the content of every stored document can be read, and is what its row says', async () => {
  const stored = await stage.sql(
    `select organisation_id as "organisationId", content_hash as hash, content_size::int as size,
       media_type as "mediaType"
     from documents where state = 'stored'`,
  )
  assert.ok(stored.length > 150)
  for (const { organisationId, hash, size, mediaType } of stored) {
    const content = await documents.open(Number(organisationId), String(hash))
    assert.ok(content)
    const bytes = await buffer(content)
    assert.equal(bytes.length, size)
    assert.equal(createHash('sha256').update(bytes).digest('hex'), hash)
    if (mediaType === 'application/pdf') assert.equal(bytes.toString('latin1', 0, 5), '%PDF-')
    if (mediaType === 'image/png') assert.equal(bytes.toString('latin1', 1, 4), 'PNG')
  }
})

test('events name the things that they are about', async () => {
  const [lost] = await stage.sql(
    `select count(*)::int as n from case_events e
     where e.kind = 'noteAdded' and not exists (
       select from notes n where n.case_id = e.case_id
         and n.note_id = (e.particulars ->> 'noteId')::bigint)`,
  )
  assert.deepEqual(lost, { n: 0 })
  const [told] = await stage.sql(
    `select count(*)::int = (select count(*)::int from notes) as "isComplete"
     from case_events where kind = 'noteAdded'`,
  )
  assert.deepEqual(told, { isComplete: true })
})

test('the administrator of the demonstration can be sent a link', async () => {
  const [admin] = await stage.sql(`select role from users where email = 'admin@demo.example'`)
  assert.deepEqual(admin, { role: 'administrator' })
})

test('the demonstration has its packs, and what it has changed of them is known as that', async () => {
  const packs = await stage.sql(`select code from installed_packs order by code`)
  assert.deepEqual(
    packs.map(({ code }) => code),
    ['data-rights', 'hazards', 'housing-complaints', 'information-requests', 'members-enquiries'],
  )
  const read = await readPackFolder((await shippedPacks()).get('information-requests') ?? '')
  assert.ok('pack' in read)
  const { pack } = read
  const [demo] = await stage.sql(`select organisation_id as id from organisations`)
  const { items } = await stage.database.read(Number(demo?.['id']), (db) => packHere(db, pack))
  const changed = items.filter(({ standing }) => standing !== 'same')
  assert.deepEqual(
    changed.map(({ name, standing }) => [name, standing]),
    [['InformationRequest', 'changed here']],
  )
})

test('what is open is due by the rule of its pack', async () => {
  const due = await stage.sql(
    `select t.name, d.rule, bool_and(d.due_on = c.target_on) as "isTarget", count(*)::int as n
     from case_deadlines d
     join cases c using (organisation_id, case_id)
     join case_types t using (organisation_id, case_type_id)
     where d.is_target and d.state = 'running' and d.rule in ('FOI_RESPONSE', 'SAR_RESPONSE')
     group by 1, 2 order by 1`,
  )
  assert.deepEqual(
    due.map(({ name, rule, isTarget, n }) => [name, rule, isTarget, Number(n) > 1]),
    [
      ['InformationRequest', 'FOI_RESPONSE', true, true],
      ['SubjectAccessRequest', 'SAR_RESPONSE', true, true],
    ],
  )
  const [moves] = await stage.sql(`select count(*)::int as n from deadline_moves`)
  assert.deepEqual(moves, { n: 0 })
})

test('of a hazard that is being dealt with, each deadline has its date, from when the investigation was concluded', async () => {
  const due = await stage.sql(
    `select d.rule, count(*)::int as "n", bool_and(d.due_on is not null) as "isDated",
       bool_and(d.due_on > e.happened_on) as "isLater",
       bool_and(d.due_on = e.happened_on + 84) as "isAfterWeeks"
     from case_deadlines d
     join cases c using (organisation_id, case_id)
     join case_types t using (organisation_id, case_type_id)
     join case_stages s using (organisation_id, case_id)
     left join clock_events e on e.organisation_id = c.organisation_id and e.case_id = c.case_id
       and e.name = 'investigation_concluded'
     where t.name = 'HazardReport' and s.code = 'dealing' and s.ended_at is null
       and d.rule like 'AWAAB%'
     group by 1 order by 1`,
  )
  assert.deepEqual(
    due.map(({ rule, isDated, isLater, isAfterWeeks }) => [rule, isDated, isLater, isAfterWeeks]),
    [
      ['AWAAB_BEGIN_PREVENTIVE', true, true, false],
      ['AWAAB_INVESTIGATION', true, true, false],
      ['AWAAB_LONGSTOP', true, true, true],
      ['AWAAB_SAFETY_WORK', true, true, false],
      ['AWAAB_SUMMARY', true, true, false],
    ],
  )
  assert.ok(due.every(({ n }) => Number(n) > 3))
  const [told] = await stage.sql(
    `select count(*)::int = (select count(*)::int from clock_events) as "isComplete"
     from case_events where kind = 'clockEventRecorded'`,
  )
  assert.deepEqual(told, { isComplete: true })
})
