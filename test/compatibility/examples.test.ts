import assert from 'node:assert/strict'
import { after, before, type TestContext } from 'node:test'
import { errorPage } from '#api/answering/error-page.ts'
import { allOperations } from '#operations'
import { apiStage, type ApiStage } from '#test/api-stage.ts'
import { fileSite, lookUpFiles } from '#test/file-site.ts'
import { sendRaw, type RawReply } from '#test/raw-connection.ts'
import { statement } from '#test/tally/statement.ts'
import { exampleRequest, type Changes } from './requests.ts'

const xmlType = 'text/xml;charset=UTF-8'
const jsonType = 'application/json;charset=UTF-8'
const declaration = '<?xml version="1.0" encoding="UTF-8"?>'
const CASE =
  'Unable to identify case. Please provide a valid value for parameter CaseId or ExternalId.'

let stage: ApiStage
let T: string
before(async () => {
  stage = await apiStage(allOperations, { lookup: lookUpFiles })
  await stage.server.ready()
  T = tokenOf(await send('E1'))
})
after(() => stage.close())

const send = (name: string, changes: Changes = {}, from?: string): Promise<RawReply> =>
  sendRaw(stage.server.server, exampleRequest(name, changes), from)

function tokenOf({ statusCode, headers, body }: RawReply): string {
  assert.equal(statusCode, 200)
  assert.equal(headers['content-type'], jsonType)
  assert.match(
    body,
    /^\{\n?"access_token" : "[^"]+",\n"token_type" : "Bearer",\n"expires_in" : 3600\n?\}$/,
  )
  return (JSON.parse(body) as { access_token: string }).access_token
}

function assertOk(reply: RawReply, type: string, body?: string): void {
  assert.equal(reply.statusCode, 200, reply.headers['x-application-error-info'])
  assert.equal(reply.headers['content-type'], type)
  if (body !== undefined) assert.equal(reply.body, body)
}

function assertPage(reply: RawReply, status: number, code: number, info: string): void {
  assert.equal(reply.headers['x-application-error-code'], String(code))
  assert.equal(reply.headers['x-application-error-info'], info)
  assert.equal(reply.statusCode, status)
  assert.equal(reply.headers['content-type'], 'text/html;charset=UTF-8')
  assert.equal(reply.body, errorPage)
}

const createdCase = (reply: RawReply): number => {
  const pattern =
    /^<\?xml version="1.0" encoding="UTF-8"\?><createcaseresponse><caseid>(\d+)<\/caseid><team>CUSTREL<\/team><\/createcaseresponse>$/
  assertOk(reply, xmlType)
  assert.match(reply.body, pattern)
  return Number(pattern.exec(reply.body)?.[1])
}

const rows = (sql: string, ...values: readonly unknown[]) =>
  stage.test.sql(sql, [stage.organisationId, ...values])
const countCases = async () =>
  (await rows('select count(*)::int as n from cases where organisation_id = $1'))[0]?.['n']

statement('E1', async () => {
  const again = tokenOf(await send('E1'))
  assert.notEqual(again, T)
  for (const token of [T, again]) assertOk(await send('E10', { '{T}': token }), xmlType)
})

statement('E2', async () => {
  const token = tokenOf(await send('E2'))
  assertOk(await send('E9', { '{T}': token }), jsonType)
})

statement('E3', async () => {
  assertPage(await send('E3'), 400, 19002, 'invalid_grant')
  assertPage(
    await send('E3', { 'db=demo HTTP': 'db=demo&Format=json HTTP' }),
    400,
    19002,
    'invalid_grant',
  )
  const nowhere = await send('E3', { '?db=demo HTTP': '?db=nosuch HTTP' })
  assert.equal(nowhere.statusCode, 200)
  assert.equal(nowhere.headers['content-length'], '0')
  assert.equal(nowhere.headers['content-type'], undefined)
  assert.equal(nowhere.body, '')
})

statement('E4', async () => {
  const first = createdCase(await send('E4'))
  const [opened] = await rows(
    `select c.received_method as method, c.received_on::text as day, p.surname, t.code as team
     from cases c
     join case_parties cp using (organisation_id, case_id)
     join customers p using (organisation_id, customer_id)
     join teams t using (organisation_id, team_id)
     where organisation_id = $1 and case_id = $2`,
    first,
  )
  assert.deepEqual(opened, { method: 'Web', day: '2026-03-14', surname: 'Bell', team: 'CUSTREL' })
  assert.equal(createdCase(await send('E4', { 'POST ': 'GET ' })), first + 1)
})

const documentsOf = (caseId: number) =>
  rows(
    `select name, url, state, media_type as "mediaType", is_in_summary as "isInSummary"
     from documents where organisation_id = $1 and case_id = $2`,
    caseId,
  )

const answerFile = async (t: TestContext, body: string) =>
  fileSite(t, stage, (_, response) => response.end(body))

statement('E5', async (t) => {
  const asked = await answerFile(t, '\x89PNG\r\n\x1a\n as it lay there')
  const reply = await send('E5')
  assertOk(reply, jsonType)
  const pattern = /^\{"createcaseresponse": \{"caseid": "(\d+)", "team": "CUSTREL"\}\}$/
  assert.match(reply.body, pattern)
  const caseId = Number(pattern.exec(reply.body)?.[1])
  const [opened] = await rows(
    `select c.external_id as "externalId", c.received_method as method, p.surname,
       p.first_name as "firstName", p.phone, c.attributes
     from cases c
     join case_parties cp using (organisation_id, case_id)
     join customers p using (organisation_id, customer_id)
     where organisation_id = $1 and case_id = $2`,
    caseId,
  )
  assert.deepEqual(opened, {
    externalId: 'EXT-0077',
    method: 'Online form',
    surname: 'O’Dee & Sons'.replace('’', "'"),
    firstName: 'Amélie',
    phone: null,
    attributes: { Details: 'line 1\nline 2 100%' },
  })
  assert.deepEqual(
    asked.map(({ method, url, headers }) => `${method} ${url} ${headers.host}`),
    ['GET /vault/7?id=2&token=t0k files.example'],
  )
  const [document, ...others] = await documentsOf(caseId)
  assert.equal(others.length, 0)
  assert.equal(document?.['name'], 'photo.png')
  assert.equal(document['state'], 'stored')
  const before = await countCases()
  assertPage(
    await send('E5', { 'Type=Complaint': 'Type=' }),
    400,
    10002,
    'Required parameter Type was not supplied',
  )
  assertPage(
    await send('E5', { 'Type=Complaint': 'Type=NoSuch' }),
    400,
    10003,
    'Unable to identify case type. Please provide a valid value for parameter Type.',
  )
  assert.equal(await countCases(), before)
})

statement('E6', async (t) => {
  const asked = await answerFile(t, '%PDF-1.7 as it lay there')
  const caseId = createdCase(await send('E6', { '{T}': T }))
  const [opened] = await rows(
    `select c.received_on::text as day, p.reference, p.phone, p.surname, c.attributes
     from cases c
     join case_parties cp using (organisation_id, case_id)
     join customers p using (organisation_id, customer_id)
     where organisation_id = $1 and case_id = $2 and cp.role = 'Customer'`,
    caseId,
  )
  assert.deepEqual(opened, {
    day: '2026-03-13',
    reference: 'C90017',
    phone: '0113 496 0000',
    surname: 'Bell',
    attributes: { Details: 'café\nclosed' },
  })
  assert.deepEqual(
    asked.map(({ url }) => url),
    ['/a.pdf?token=k'],
  )
  const [document] = await documentsOf(caseId)
  assert.equal(document?.['isInSummary'], true)
  assert.equal(document['state'], 'stored')
  const before = await countCases()
  assertPage(await send('E6', { '{T}': 'None' }), 403, 10021, 'Invalid token (6)')
  assert.equal(await countCases(), before)
})

statement('E7', async () => {
  const reply = await send('E7')
  assertOk(reply, jsonType)
  const parts = reply.body.replaceAll(/[\r\n]/g, '').split('}{')
  assert.equal(parts.length, 2)
  const cases = reply.body
    .split(/\r?\n(?=\{)/)
    .map((text) => JSON.parse(text) as Record<string, string>)
  assert.deepEqual(
    cases.map((one) => [one['CaseDetails.CaseId'], one['MainParty.FullName']]),
    [
      ['700123', 'Bell, Ann'],
      ['700124', 'Bell, Ann'],
    ],
  )
})

statement('E8', async () => {
  assertPage(await send('E8', { '{T}': T }), 400, 18002, CASE)
  const known = await send('E8', { '{T}': T, 'EXT-9999': 'EXT-0042' })
  assertOk(known, jsonType)
})

const account = async () =>
  (
    await rows(
      `select balance::text, balance_on::text as "balanceDate", status from accounts
       where organisation_id = $1 and account_type = 'RENT' and reference = 'ACC-77'`,
    )
  )[0]

statement('E9', async () => {
  assertOk(
    await send('E9', { '{T}': T }),
    jsonType,
    '{"updateaccountattributeresponse": {"accountid": "ACC-77"}}',
  )
  const stored = await account()
  assert.equal(stored?.['balance'], '212.40')
  assert.equal(stored['balanceDate'], '2026-03-14')
  assertPage(
    await send('E9', { '{T}': T, 'ACC-77': 'ACC-0' }),
    400,
    84099,
    'Unable to locate account',
  )
})

statement('E10', async () => {
  assertOk(
    await send('E10', { '{T}': T }),
    xmlType,
    `${declaration}<updateaccountattributeresponse><accountid>ACC-77</accountid></updateaccountattributeresponse>`,
  )
  assert.equal((await account())?.['status'], 'In arrears')
  assertPage(await send('E10', { '{T}': T, 'POST ': 'GET ' }), 400, 84000, 'Invalid HTTP Method')
  const portal = { '{T}': T, 'Host: uat.': 'Host: uatportal.' }
  assertPage(await send('E10', portal), 400, 84001, 'API not available here')
  const untyped = { '{T}': T, '<Type>RENT</Type> ': '' }
  assertPage(await send('E10', untyped), 400, 84002, 'Required parameter Type was not supplied')
})

statement('E11', async () => {
  assertPage(
    await send('E11', { '{T}': T }),
    400,
    84003,
    'Required parameter ExternalAccountId was not supplied',
  )
})

statement('E12', async () => {
  const notes = () =>
    rows(
      `select case_id::int as "caseId", kind, is_visible_to_customer as "isVisible" from notes
       where organisation_id = $1 and body = 'Called back, no answer'`,
    )
  assertPage(await send('E12', {}, '198.51.100.7'), 403, 12021, 'Incorrect key or signature')
  assert.deepEqual(await notes(), [])
  assertOk(
    await send('E12', {}, '203.0.113.10'),
    xmlType,
    `${declaration}<addcasenotesresponse><caseid>700122</caseid></addcasenotesresponse>`,
  )
  assert.deepEqual(await notes(), [{ caseId: 700122, kind: 'Telephone', isVisible: true }])
})
