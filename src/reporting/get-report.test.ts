import assert from 'node:assert/strict'
import { text } from 'node:stream/consumers'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import pg from 'pg'
import type { ReplyFormat, RowStream } from '#kernel/answer.ts'
import { Refusal } from '#kernel/refusal.ts'
import { writeLocalDateTime } from '#platform/local-time.ts'
import { fixture, type Fixture } from '#test/fixture.ts'
import { allowedInXml, rowsOfCsv, rowsOfJson, rowsOfXml } from '#test/read-rows.ts'
import { getReport, listReports, saveReport, type SavedReport } from './index.ts'

type Sent = Readonly<Record<string, string>>
type Row = Readonly<Record<string, string>>
let stage: Fixture
before(async () => {
  stage = await fixture()
  await sql(
    `update case_type_versions set definition = definition || $2::jsonb where organisation_id = $1`,
    JSON.stringify({
      fields: [
        { id: 'Custom17', kind: 'text' },
        { id: 'Street', kind: 'text' },
      ],
    }),
  )
  const seeds = JSON.parse(readFileSync('seeds/reports.json', 'utf8')) as SavedReport[]
  for (const each of seeds) await save(each)
  await save(report(55021, ['CaseDetails.CaseId', 'CaseStatus.Status', lastUpdated]))
})
after(() => stage.close())

const lastUpdated = 'CaseStatusTouchTimes.LastUpdatedTime'
const report = (reportId: number, columns: readonly string[], more: object = {}): SavedReport => ({
  reportId,
  name: `Report ${reportId}`,
  definition: { source: 'cases', columns, ...more },
})
const save = (each: SavedReport) =>
  stage.test.database.write(stage.organisationId, (db) => saveReport(db, each))

async function run(sent: Sent, format: ReplyFormat = 'json', actor = stage.actor()) {
  const stream = (await stage.perform(getReport, sent, actor)) as RowStream
  return text(await stream.open(format))
}
const rowsOf = async (sent: Sent, actor = stage.actor()) =>
  JSON.parse(await run(sent, 'json', actor)) as Row[]
const idsOf = async (sent: Sent, actor = stage.actor()) =>
  (await rowsOf(sent, actor)).map((row) => row['CaseDetails.CaseId'])
const sql = (query: string, ...values: readonly unknown[]) =>
  stage.test.sql(query, [stage.organisationId, ...values])

test('JSON is one array of flat objects with dotted names, all text (6.5)', async () => {
  assert.equal(
    await run({ ReportId: '55021', Until: '2026-03-02' }),
    '[{"CaseDetails.CaseId": "700122", "CaseStatus.Status": "New case", "CaseStatusTouchTimes.LastUpdatedTime": "2026-03-02T09:30:00"}, ' +
      '{"CaseDetails.CaseId": "700123", "CaseStatus.Status": "New case", "CaseStatusTouchTimes.LastUpdatedTime": "2026-03-02T10:00:00"}]',
  )
})

test('XML names an element for each row after the subject of the report (6.5)', async () => {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>'
  await save(report(55022, ['CaseDetails.CaseId']))
  assert.equal(
    await run({ ReportId: '55022', From: '2026-03-03' }, 'xml'),
    `${declaration}<Cases><Case><CaseDetails.CaseId>700124</CaseDetails.CaseId></Case></Cases>`,
  )
  const empty = { From: '2036-01-01' }
  assert.equal(await run({ ReportId: '1', ...empty }, 'xml'), `${declaration}<Cases />`)
  assert.equal(await run({ ReportId: '2', ...empty }, 'xml'), `${declaration}<Tasks />`)
  assert.equal(
    await run({ ReportId: '3', ...empty }, 'xml'),
    `${declaration}<CorrespondenceItems />`,
  )
  assert.equal(await run({ ReportId: '4', ...empty }, 'xml'), `${declaration}<Customers />`)
})

test('an empty report is [] in JSON, never an empty body (6.5)', async () => {
  assert.equal(await run({ ReportId: '55021', From: '2036-01-01' }), '[]')
})

test('CSV has a header unless it is refused, and a footer with the row count if it is wanted (6.5)', async () => {
  const sent = { ReportId: '55022', Until: '2026-03-02' }
  assert.equal(await run(sent, 'csv'), 'CaseDetails.CaseId\r\n700122\r\n700123\r\n')
  assert.equal(await run({ ...sent, CSVHeader: 'false' }, 'csv'), '700122\r\n700123\r\n')
  assert.equal(
    await run({ ...sent, CSVHeader: 'no', CSVFooter: 'True' }, 'csv'),
    '700122\r\n700123\r\n2\r\n',
  )
})

test('a column of a form that readers of XML would stumble over is in JSON only (4.2)', async () => {
  await sql(`update cases set attributes = '{"Custom17": "x", "Street": "High St"}'
    where organisation_id = $1 and case_id = 700122`)
  await save(report(7, ['CaseDetailsComplaint.Custom17', 'CaseDetailsComplaint.Street']))
  const sent = { ReportId: '7', Until: '2026-03-02' }
  assert.deepEqual((await rowsOf(sent))[0], {
    'CaseDetailsComplaint.Custom17': 'x',
    'CaseDetailsComplaint.Street': 'High St',
  })
  assert.deepEqual(rowsOfXml(await run(sent, 'xml')), [['High St'], ['']])
})

test('From and Until are inclusive limits on the day a case was received (6.5)', async () => {
  const sent = { ReportId: '55021' }
  assert.deepEqual(await idsOf(sent), ['700122', '700123', '700124'])
  assert.deepEqual(await idsOf({ ...sent, From: '2026-03-03' }), ['700124'])
  assert.deepEqual(await idsOf({ ...sent, From: '2026-03-02', Until: '2026-03-02' }), [
    '700122',
    '700123',
  ])
})

test('FromTime and UntilTime are inclusive limits on the last update, in London time (6.5)', async () => {
  await sql(`update cases set updated_at = '2026-07-01T09:30:00.700Z'
    where organisation_id = $1 and case_id = 700123`)
  const sent = { ReportId: '55021' }
  const time = '2026-07-01T10:30:00'
  assert.equal((await rowsOf({ ...sent, FromTime: time }))[0]?.[lastUpdated], time)
  assert.deepEqual(await idsOf({ ...sent, FromTime: time, UntilTime: time }), ['700123'])
  assert.deepEqual(await idsOf({ ...sent, FromTime: '2026-07-01T10:30:01' }), [])
  assert.deepEqual(await idsOf({ ...sent, UntilTime: '2026-07-01T10:29:59' }), ['700122', '700124'])
  assert.deepEqual(await idsOf({ ...sent, FromTime: '2026-07-01', UntilTime: '2026-07-01' }), [
    '700123',
  ])
})

test('tasks and correspondence are limited by the day they were created, customers by their change (6.5)', async () => {
  await sql(`insert into tasks (organisation_id, case_id, code, title, created_at, updated_at)
    values ($1, 700122, 'CALL', 'Ring back', '2026-07-01T23:30Z', '2026-07-01T23:30Z')`)
  await sql(`insert into correspondence (organisation_id, case_id, code, name, channel, body, author,
      created_at, processed_at, updated_at)
    values ($1, 700122, 'ACK', 'Receipt', 'letter', '', 'Dee, Sam', '2026-07-01T23:30Z',
      '2026-07-01T23:30Z', '2026-07-01T23:30Z')`)
  const onSecond = { From: '2026-07-02', Until: '2026-07-02' }
  const [task] = await rowsOf({ ReportId: '2', ...onSecond })
  assert.equal(task?.['TaskDetails.Title'], 'Ring back')
  assert.equal(task?.['TaskDetails.Completed'], 'No')
  assert.equal(task?.['CaseDetails.CaseId'], '700122')
  const [letter] = await rowsOf({ ReportId: '3', ...onSecond })
  assert.equal(letter?.['CorrespondenceDetails.TimeCreated'], '2026-07-02T00:30:00')
  assert.equal(letter?.['CaseDetails.CaseId'], '700122')
  for (const ReportId of ['2', '3'])
    assert.deepEqual(await rowsOf({ ReportId, From: '2026-07-01', Until: '2026-07-01' }), [])
  const [customer] = await rowsOf({ ReportId: '4', From: '2026-03-01', Until: '2026-03-01' })
  assert.equal(customer?.['CustomerDetails.FullName'], 'Bell, Ann')
  assert.deepEqual(await rowsOf({ ReportId: '4', From: '2026-03-02' }), [])
})

test('the criteria and the order stored in a report decide its rows (6.5)', async () => {
  const criteria = [
    { column: 'CaseDetails.ExternalId', test: 'equals', value: 'EXT-0042' },
    { column: 'CaseDetails.CaseId', test: 'since', value: '700123' },
    { column: 'CaseDetails.Confidential', test: 'equals', value: 'No' },
    { column: 'CaseStatus.Status', test: 'in', values: ['New case', "it's"] },
    { column: 'CaseStatusClosure.DateClosed', test: 'empty' },
    { column: 'CaseStatusReceipt.TimeCreated', test: 'until', value: '2026-03-03T10:00:00' },
  ]
  const order = [{ column: 'CaseDetails.CaseId', isDescending: true }]
  await save(report(8, ['CaseDetails.CaseId'], { criteria, order }))
  assert.deepEqual(await idsOf({ ReportId: '8' }), ['700124', '700123'])
  const differing = [{ column: 'CaseDetails.ExternalId', test: 'differs', value: 'EXT-0042' }]
  await save(report(8, ['CaseDetails.CaseId'], { criteria: differing }))
  assert.deepEqual(await idsOf({ ReportId: '8' }), ['700122'])
})

test('any text in a row comes out of each format as it went in', async () => {
  const texts = fc.sample(fc.string({ unit: 'binary', maxLength: 40 }), 300)
  const special = ['\\.', '\\N', '"', '\t', 'a\r\nb\n', '\u0001', ']]>', "'; drop table cases; --"]
  const labels = [...texts, ...special].map((label) => label.replaceAll('\0', ''))
  await sql(
    `insert into cases (organisation_id, case_id, case_type_id, case_type_version, label, status,
       received_at, received_on, created_at, created_by, updated_at)
     select $1, 800000 + o, t.case_type_id, 1, l, 'New case', now(), '2026-05-01', now(), 'x', now()
     from case_types t, unnest($2::text[]) with ordinality as x (l, o) where t.organisation_id = $1`,
    labels,
  )
  await save(report(9, ['CaseDetails.CaseLabel']))
  const sent = { ReportId: '9', From: '2026-05-01', Until: '2026-05-01', CSVHeader: 'no' }
  const one = (label: string) => [label]
  assert.deepEqual(rowsOfJson(await run(sent)), labels.map(one))
  assert.deepEqual(rowsOfCsv(await run(sent, 'csv')), labels.map(one))
  assert.deepEqual(rowsOfXml(await run(sent, 'xml')), labels.map(allowedInXml).map(one))
  await sql('delete from cases where organisation_id = $1 and case_id > 800000')
})

const unknown = { kind: { name: 'unknownReport', message: 'There is no such report' } }

test('a report that does not exist, or is another organisation’s, is unknown (5.3, 21003)', async () => {
  for (const ReportId of ['99', '9'.repeat(40)]) await assert.rejects(run({ ReportId }), unknown)
  await assert.rejects(
    run({ ReportId: '1' }, 'json', stage.actor(undefined, stage.otherOrganisationId)),
    unknown,
  )
})

const isRefused = (kind: string) => (error: Error) =>
  error instanceof Refusal &&
  error.flaws.some((flaw) => flaw.parameter === 'ReportId' && flaw.kind === kind)

test('the number of the report is required and must be digits (6.5)', async () => {
  await assert.rejects(run({}), isRefused('missing'))
  await assert.rejects(run({ ReportId: 'R1' }), isRefused('invalid'))
})

test('whoever ran which report is audited before the first row, without anything of its rows', async () => {
  await stage.perform(getReport, { ReportId: '55021', From: '2026-03-02' })
  const [entry] = await stage.test.sql(
    `select operation, outcome, particulars from audit_entries order by entry_id desc limit 1`,
  )
  assert.deepEqual(entry, {
    operation: 'getreport',
    outcome: 'done',
    particulars: { reportId: 55021, source: 'cases', from: '2026-03-02' },
  })
})

test('confidential cases, their tasks and letters are in no report of whoever may not see them', async () => {
  await sql(
    `update cases set is_confidential = true where organisation_id = $1 and case_id = 700122`,
  )
  const worker = stage.actor('case worker')
  assert.deepEqual(await idsOf({ ReportId: '55021' }, worker), ['700123', '700124'])
  assert.deepEqual(await idsOf({ ReportId: '2' }, worker), [])
  assert.deepEqual(await idsOf({ ReportId: '3' }, worker), [])
  assert.deepEqual(await idsOf({ ReportId: '2' }), ['700122'])
  assert.equal((await idsOf({ ReportId: '55021' })).length, 3)
})

test('a report has only rows of its organisation', async () => {
  const other = await stage.test.database.write(stage.otherOrganisationId, async (db) => {
    await saveReport(db, report(1, ['CaseDetails.CaseId', 'CaseDetails.CaseLabel']))
    return listReports(db, {})
  })
  assert.deepEqual(other, [{ reportId: 1, name: 'Report 1', source: 'cases' }])
  const actor = stage.actor(undefined, stage.otherOrganisationId)
  await stage.test.sql(`update cases set label = 'theirs' where organisation_id = $1`, [
    stage.otherOrganisationId,
  ])
  const rows = await rowsOf({ ReportId: '1' }, actor)
  assert.deepEqual(
    rows.map((row) => row['CaseDetails.CaseLabel']),
    ['theirs', 'theirs', 'theirs'],
  )
})

test('a poller misses no row although a write stays open past its call (6.5)', async (t) => {
  const writeTo = async (caseId: number) => {
    const client = new pg.Client(stage.test.address)
    await client.connect()
    t.after(() => client.end())
    await client.query('begin')
    // as the platform opens a writing transaction: its number first, then the time
    await client.query(
      `select set_config('casewright.organisation', $1, true), pg_current_xact_id(),
         set_config('casewright.now', clock_timestamp()::text, true)`,
      [String(stage.organisationId)],
    )
    await client.query(
      `update cases set updated_at = casewright_now(), changed_in = pg_current_xact_id()
       where case_id = $1`,
      [caseId],
    )
    return client
  }
  const start = writeLocalDateTime(new Date())
  const early = await writeTo(700122)
  await new Promise((resolve) => setTimeout(resolve, 1100)) // times are told in whole seconds
  const late = await writeTo(700124)
  await late.query('commit')
  // the later change is there already, but to show it would move the poller past the earlier one
  assert.deepEqual(await idsOf({ ReportId: '55021', FromTime: start }), [])
  await early.query('commit')
  const rows = await rowsOf({ ReportId: '55021', FromTime: start })
  assert.deepEqual(
    rows.map((row) => row['CaseDetails.CaseId']),
    ['700122', '700124'],
  )
  const highest =
    rows
      .map((row) => row[lastUpdated] ?? '')
      .toSorted()
      .at(-1) ?? ''
  assert.deepEqual(await idsOf({ ReportId: '55021', FromTime: highest }), ['700124'])
})

test('a write that is open in another database of the server holds no row back', async (t) => {
  const elsewhere = new pg.Client({ ...stage.test.superuser, database: 'postgres' })
  await elsewhere.connect()
  t.after(() => elsewhere.end())
  await elsewhere.query('begin; select pg_current_xact_id()')
  await sql(`update cases set changed_in = pg_current_xact_id(), updated_at = '2036-07-03T12:00Z'
    where organisation_id = $1 and case_id = 700123`)
  assert.deepEqual(await idsOf({ ReportId: '55021', FromTime: '2036-07-03T13:00:00' }), ['700123'])
})
