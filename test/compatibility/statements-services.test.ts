import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { assertError } from '#test/api-stage.ts'
import { contractStage, type ContractStage } from '#test/contract-stage.ts'
import { readXml, textsOf } from '#test/read-xml.ts'
import { statement } from '#test/tally/statement.ts'

let stage: ContractStage
before(async () => {
  stage = await contractStage()
})
after(() => stage.close())

type Sent = Readonly<Record<string, string>>
const declaration = '<?xml version="1.0" encoding="UTF-8"?>'

const firstOf = async (sql: string, ...values: readonly unknown[]) =>
  (await stage.rows(sql, ...values))[0] ?? {}

/** Both answers of a writing service about a case. */
async function assertCaseAnswers(word: string, sent: Sent, root: string, caseId = '700123') {
  assert.equal(
    await stage.answer(word, sent),
    `${declaration}<${root}><caseid>${caseId}</caseid></${root}>`,
  )
  assert.equal(
    await stage.answer(word, { ...sent, Format: 'json' }),
    `{"${root}": {"caseid": "${caseId}"}}`,
  )
}

statement('6.1', async () => {
  const first = await stage.open({ ExternalId: 'EXT-0600' })
  assert.equal(await stage.open({ ExternalId: 'EXT-0600' }), first + 1)
  assert.equal(await stage.open({ RequestId: String(first + 2) }), first + 2)
  assert.equal(await stage.open({}), first + 3)
  const team = await stage.answer('createcase', { Type: 'complaint' })
  assert.match(team, /<team>CUSTREL<\/team>/)
})

statement('6.1 RequestId', async () => {
  assert.equal(await stage.open({ RequestId: '900001' }), 900001)
  assertError(await stage.ask('createcase', { Type: 'Complaint', RequestId: '900001' }), 400, 10098)
})

statement('6.2', async () => {
  const sent = { CaseId: '700123', Notes: 'Called back' }
  await assertCaseAnswers('addcasenotes', sent, 'addcasenotesresponse')
})

statement('6.3', async () => {
  const link = (ExternalId: string) => ({ CaseId: '700124', ExternalId })
  await assertCaseAnswers(
    'updateexternalid',
    link('EXT-0063'),
    'updateexternalidresponse',
    '700124',
  )
  const found = async (ExternalId: string) =>
    (await stage.ask('getcasedetails', { ExternalId })).statusCode
  assert.equal(await found('EXT-0063'), 200)
  await stage.answer('updateexternalid', link('EXT-0041'))
  assert.equal(await found('EXT-0063'), 400)
  const both = await stage.json('getcasedetails', { ExternalId: 'EXT-0041', AsArray: 'true' })
  assert.equal((both as unknown[]).length, 2)
  await stage.answer('updateexternalid', link('EXT-0042'))
})

statement('6.4', async () => {
  assert.equal(
    await stage.answer('updatecustomer', { Id: 'C64', Surname: 'New' }),
    `${declaration}<updatecustomerresponse><id>C64</id></updatecustomerresponse>`,
  )
  const renamed = await stage.json('updatecustomer', { Id: 'C64', NewId: 'C65' })
  assert.deepEqual(renamed, { updatecustomerresponse: { id: 'C65' } })
  const person = await firstOf(
    `select surname from customers where organisation_id = $1 and reference = 'C65'`,
  )
  assert.equal(person['surname'], 'New')
})

statement('6.5', async () => {
  const sent = { ReportId: '55021', Until: '2026-03-02' }
  const rows = (await stage.json('getreport', sent)) as readonly Sent[]
  assert.deepEqual(
    rows.map((row) => row['CaseDetails.CaseId']),
    ['700122', '700123'],
  )
  assert.ok('CaseStatusTouchTimes.LastUpdatedTime' in (rows[0] ?? {}))
  const xml = readXml(await stage.answer('getreport', sent))
  assert.deepEqual([xml.name, xml.children[0]?.name], ['Cases', 'Case'])
  assert.deepEqual(textsOf(xml, 'CaseDetails.CaseId'), ['700122', '700123'])
  const lines = async (more: Sent) =>
    (await stage.answer('getreport', { ...sent, Format: 'csv', ...more })).split('\r\n').length
  assert.equal(await lines({}), 4)
  assert.equal(await lines({ CSVHeader: 'false' }), 3)
  assert.equal(await lines({ CSVFooter: 'true' }), 5)
  const late = (await stage.json('getreport', {
    ReportId: '55021',
    FromTime: '2036-01-01T00:00:00',
  })) as unknown[]
  assert.deepEqual(late, [])
})

const account = () =>
  firstOf(
    `select balance::text, status, description, start_on::text as "startOn" from accounts
     where organisation_id = $1 and reference = 'ACC-77'`,
  )

statement('6.6', async () => {
  const named = { Type: 'RENT', ExternalAccountId: 'ACC-77' }
  await stage.answer('updateaccount', { ...named, Balance: '-12.50', Description: 'Flat 2' })
  await stage.answer('updateaccount', { ...named, Status: 'In arrears', StartDate: '2026-04-01' })
  assert.deepEqual(await account(), {
    balance: '-12.50',
    status: 'In arrears',
    description: 'Flat 2',
    startOn: '2026-04-01',
  })
  assertError(await stage.ask('updateaccount', { ...named, StartDate: '1 April' }), 400, 84098)
})

statement('6.14', async () => {
  const sent = { CaseId: '700123', Type: 'UF300200', Details: 'Rang' }
  await assertCaseAnswers('createaction', sent, 'createactionresponse')
  await stage.answer('createaction', { ...sent, Task: 'INBOUNDCALL' })
  const done = `select completed_at is not null as "isDone" from tasks
    where organisation_id = $1 and code = 'INBOUNDCALL'`
  assert.deepEqual(await firstOf(done), { isDone: true })
  assertError(await stage.ask('createaction', { ...sent, Task: 'INBOUNDCALL' }), 400, 1004)
})

statement('6.15', async () => {
  const sent = {
    ExternalId: 'EXT-0041',
    Attribute: 'CaseDetails.CaseLabel',
    Value: 'Noise',
    Details: 'Loud',
    Colour: 'teal',
  }
  await assertCaseAnswers('updatecase', sent, 'updatecaseattributeresponse', '700122')
  const changed = await firstOf(
    'select label, attributes from cases where organisation_id = $1 and case_id = 700122',
  )
  assert.deepEqual(changed, { label: 'Noise', attributes: { Details: 'Loud' } })
})

statement('6.16', async () => {
  const sent = {
    CaseId: '700124',
    'Document1.URL': 'https://nowhere.example/a',
    'Document1.URLPublic': 'true',
    Type: 'x',
    RequestMethod: 'Web',
  }
  await assertCaseAnswers('uploaddocuments', sent, 'uploaddocumentsresponse', '700124')
})
