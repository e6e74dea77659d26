import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { assertError } from '#test/api-stage.ts'
import { contractStage, type ContractStage } from '#test/contract-stage.ts'
import { asSuperuser } from '#test/tables.ts'
import { statement } from '#test/tally/statement.ts'

let stage: ContractStage
before(async () => {
  stage = await contractStage()
})
after(() => stage.close())

type Sent = Readonly<Record<string, string>>

/** Opens a case and gives its number. */
async function open(sent: Sent): Promise<string> {
  const reply = await stage.ask('createcase', { Type: 'Complaint', ...sent, Format: 'json' })
  assert.equal(
    reply.statusCode,
    200,
    `${JSON.stringify(sent)} ${String(reply.headers['x-application-error-info'])}`,
  )
  return (JSON.parse(reply.body) as { createcaseresponse: { caseid: string } }).createcaseresponse
    .caseid
}

const theCase = async (caseId: string) =>
  (
    await stage.rows(
      `select c.*, received_at::text as "receivedAt", received_on::text as "receivedOn"
     from cases c where organisation_id = $1 and case_id = $2`,
      caseId,
    )
  )[0] ?? assert.fail(caseId)

const flagsOf = async (caseId: string) =>
  await stage.rows(
    `select parameter, text from case_flags where organisation_id = $1 and case_id = $2 order by 1`,
    caseId,
  )

statement('2.6 booleans', async () => {
  for (const [text, isVisible] of [
    ['true', true],
    ['True', true],
    ['yes', true],
    ['YES', true],
    ['1', true],
    ['false', false],
    ['no', false],
    ['0', false],
    ['2', false],
    ['on', false],
  ] as const) {
    const sent = { CaseId: '700123', Notes: `is it ${text}?`, SelfServiceAccess: text }
    assert.equal((await stage.ask('addcasenotes', sent)).statusCode, 200)
    const [note] = await stage.rows(
      `select is_visible_to_customer as "isVisible" from notes where organisation_id = $1 and body = $2`,
      sent.Notes,
    )
    assert.equal(note?.['isVisible'], isVisible, text)
  }
})

const receivedAt = async (RequestDate: string) => {
  const [row] = await stage.rows(
    `select to_char(received_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') as at, received_on::text as day
     from cases where organisation_id = $1 and case_id = $2`,
    await open({ RequestDate }),
  )
  return `${String(row?.['at'])} ${String(row?.['day'])}`
}

statement('2.6 dates in', async () => {
  for (const [sent, received] of [
    ['2025-07-01', '2025-06-30 23:00:00 2025-07-01'],
    ['2025-07-01T09:30:00', '2025-07-01 08:30:00 2025-07-01'],
    ['2025-07-01T09:30:00.123', '2025-07-01 08:30:00 2025-07-01'],
    ['2025-07-01T23:30:00Z', '2025-07-01 23:30:00 2025-07-02'],
    ['2025-07-01T09:30:00+05:30', '2025-07-01 04:00:00 2025-07-01'],
    ['2025-07-01 09:30:00', '2025-07-01 08:30:00 2025-07-01'],
    ['2026-03-14', '2026-03-14 09:30:00 2026-03-14'],
  ] as const)
    assert.equal(await receivedAt(sent), received, sent)
})

statement('2.6 clock changes', async () => {
  assert.equal(await receivedAt('2025-10-26T01:30:00'), '2025-10-26 00:30:00 2025-10-26')
  assert.equal(await receivedAt('2025-03-30T01:30:00'), '2025-03-30 01:30:00 2025-03-30')
})

statement('2.6 dates out', async () => {
  const caseId = await open({ RequestDate: '2025-07-01T23:30:00.500Z' })
  const reply = await stage.ask('getcasedetails', { CaseId: caseId, Format: 'json' })
  const details = JSON.parse(reply.body) as Sent
  assert.equal(details['CaseStatusReceipt.DateReceived'], '2025-07-02')
  assert.equal(details['CaseStatusReceipt.TimeCreated'], '2026-03-14T09:30:00')
})

statement('2.6 wrong', async () => {
  const held = (
    await stage.rows('select count(*)::int as n from cases where organisation_id = $1')
  )[0]
  const reply = await stage.ask('createcase', { Type: 'Complaint', RequestDate: 'now' })
  assertError(reply, 400, 10098)
  assert.equal(reply.headers['x-application-error-info'], 'Invalid value for parameter RequestDate')
  const long = await stage.ask('createcase', { Type: 'Complaint', ExternalId: 'x'.repeat(501) })
  assertError(long, 400, 10098)
  assert.equal(long.headers['x-application-error-info'], 'Invalid value for parameter ExternalId')
  assert.deepEqual(
    (await stage.rows('select count(*)::int as n from cases where organisation_id = $1'))[0],
    held,
  )
})

statement('original 21', async () => {
  assert.equal(await receivedAt('2026-03-14T09:29:00'), '2026-03-14 09:29:00 2026-03-14')
})

statement('6.0.1', async () => {
  const named = async (sent: Sent) => {
    const reply = await stage.ask('addcasenotes', { Notes: 'x', Format: 'json', ...sent })
    return /"caseid": "(\d+)"/.exec(reply.body)?.[1]
  }
  assert.equal(await named({ CaseId: '700123', ExternalId: 'EXT-0041' }), '700123')
  assert.equal(await named({ ExternalId: 'EXT-0042' }), '700124')
  const all = await stage.ask('getcasedetails', {
    ExternalId: 'EXT-0042',
    Format: 'json',
    AsArray: 'true',
  })
  assert.equal((JSON.parse(all.body) as unknown[]).length, 2)
})

statement('6.0.3 numbers', async () => {
  const sent = {
    'Document7.URL': 'https://nowhere.example/7',
    'Document.URL': 'https://nowhere.example/first',
    'Document2.URL': 'https://nowhere.example/2',
    'Document3.Name': 'without an address',
  }
  const publicly = Object.fromEntries(
    ['Document7', 'Document', 'Document2'].map((prefix) => [`${prefix}.URLPublic`, 'true']),
  )
  const caseId = await open({ ...sent, ...publicly })
  const documents = await stage.rows(
    `select url from documents where organisation_id = $1 and case_id = $2 order by position`,
    caseId,
  )
  assert.deepEqual(
    documents.map(({ url }) => String(url).split('/').at(-1)),
    ['first', '2', '7'],
  )
})

const documentOf = async (caseId: string) =>
  (
    await stage.rows(
      `select name, url, state, failure from documents where organisation_id = $1 and case_id = $2`,
      caseId,
    )
  )[0]

statement('6.0.3 failed', async () => {
  const url = 'https://nowhere.example/lost.pdf'
  const caseId = await open({ 'Document1.Name': 'Lost.pdf', 'Document1.URL': url })
  const document = await documentOf(caseId)
  assert.equal(document?.['name'], 'Lost.pdf')
  assert.equal(document['url'], url)
  assert.equal(document['state'], 'not retrieved')
})

statement('6.0.3 private', async () => {
  for (const host of ['127.0.0.1', '169.254.169.254', '10.0.0.1', '[::1]', 'files.example']) {
    const caseId = await open({
      'Document1.URL': `http://${host}/secret`,
      'Document1.URLLoadContent': 'true',
    })
    const document = await documentOf(caseId)
    assert.equal(document?.['state'], 'not retrieved', host)
    assert.match(String(document['failure']), /not among the allowed sources/)
  }
})

const personOf = async (caseId: string) =>
  (
    await stage.rows(
      `select p.* from case_parties cp join customers p using (organisation_id, customer_id)
     where cp.organisation_id = $1 and cp.case_id = $2 and cp.role = 'Customer'`,
      caseId,
    )
  )[0] ?? assert.fail(caseId)

statement('6.0.4 (1)', async () => {
  const caseId = await open({
    'Customer.Surname': 'Bell',
    'Customer.ContactTime': 'mornings',
    'Customer.Category': 'Pirate',
  })
  const person = await personOf(caseId)
  assert.equal(person['contact_time'], null)
  assert.equal(person['category'], null)
  assert.deepEqual(await flagsOf(caseId), [])
})

statement('original 9', async () => {
  const sent = { 'Customer.Surname': 'Bell', 'Customer.ContactTime': 'mornings' }
  assert.equal((await personOf(await open(sent)))['contact_time'], null)
  await stage.rows(
    `insert into options (organisation_id, list, value) values ($1, 'parameter', 'Customer.ContactTime')`,
  )
  assert.equal((await personOf(await open(sent)))['contact_time'], 'mornings')
})

statement('6.0.4 (2)', async () => {
  const sent = {
    'Customer.Surname': 'Bell',
    'Customer.ContactMethod': 'Pigeon',
    RequestMethod: 'Semaphore',
  }
  const caseId = await open(sent)
  assert.equal((await personOf(caseId))['contact_method'], null)
  assert.deepEqual(await flagsOf(caseId), [
    { parameter: 'Customer.ContactMethod', text: 'Pigeon' },
    { parameter: 'RequestMethod', text: 'Semaphore' },
  ])
  await stage.decide({ isStrict: true })
  const refused = await stage.ask('createcase', { Type: 'Complaint', ...sent })
  assert.equal(refused.statusCode, 400)
  assert.equal(refused.headers['x-application-error-code'], '10098')
  await stage.decide({})
})

statement('original 10', async () => {
  const caseId = await open({
    'Customer.Surname': 'Bell',
    'Customer.ContactMethod': ' email, LETTER',
    RequestMethod: 'online FORM',
  })
  assert.equal((await personOf(caseId))['contact_method'], 'Email, Letter')
  assert.equal((await theCase(caseId))['received_method'], 'Online form')
  assert.deepEqual(await flagsOf(caseId), [])
})

statement('6.0.4 equality', async () => {
  const answer = 'Womanly indeed'
  await stage.rows(
    `insert into options (organisation_id, list, value) values ($1, 'parameter', 'Customer.Gender')`,
  )
  const caseId = await open({ 'Customer.Surname': 'Bell', 'Customer.Gender': answer })
  assert.deepEqual(await flagsOf(caseId), [])
  for (const word of [
    'getcasedetails',
    'getcasecontactdetails',
    'getcasedocuments',
    'getcaseattribute',
  ])
    for (const Format of ['xml', 'json']) {
      const reply = await stage.ask(word, { CaseId: caseId, Attribute: 'MainParty.Gender', Format })
      assert.doesNotMatch(reply.body, /Womanly/, word)
    }
  const held = 'select question from equality.answers where organisation_id = $1'
  assert.deepEqual(await asSuperuser(stage.test, held, [stage.organisationId]), [
    { question: 'Gender' },
  ])
})
