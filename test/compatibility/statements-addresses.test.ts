import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { errorPage } from '#api/answering/error-page.ts'
import { assertError, signed } from '#test/api-stage.ts'
import { contractStage, type ContractStage, type Manner } from '#test/contract-stage.ts'
import { pairs } from '#test/fixture.ts'
import { statement } from '#test/tally/statement.ts'
import { until } from '#test/until.ts'

let stage: ContractStage
before(async () => {
  stage = await contractStage()
})
after(() => stage.close())

const details = (manner: Manner) =>
  stage.ask('getcasedetails', { CaseId: '700123', Format: 'json' }, manner)
async function reaches(manner: Manner): Promise<void> {
  const reply = await details(manner)
  assert.equal(
    reply.statusCode,
    200,
    `${JSON.stringify(manner)} ${String(reply.headers['x-application-error-info'])}`,
  )
}

statement('1.1 (1)', async () => {
  for (const host of ['DEMO.icasework.com', 'demo.iCasework.com:8443', 'demo.icasework.com.'])
    await reaches({ host, db: '' })
  for (const host of ['demo.example.com', 'demo.icasework.com.example'])
    assertError(await details({ host, db: '' }), 403, 16021)
})

statement('1.1 (1) proxies', async () => {
  const headers = { authorization: stage.bearer, 'x-forwarded-host': 'demo.icasework.com' }
  await reaches({ db: '', host: 'inner', headers, from: '10.0.0.1' })
  assertError(await details({ db: '', host: 'inner', headers, from: '10.0.0.2' }), 403, 16021)
})

statement('1.1 (2)', async () => {
  await reaches({ db: 'demo', host: 'uat.icasework.com' })
  await reaches({ db: '', host: 'demo.icasework.com' })
  const feed = (host: string) => stage.ask('getcases', {}, { db: '', host })
  assert.equal((await feed('demoportal.icasework.com')).statusCode, 200)
  assertError(await feed('nosuchportal.icasework.com'), 403, 20021)
  // the details are not offered on the portal of an account, but they are on an account of that name
  const twin = await contractStage()
  const codeAt = async (host: string) =>
    (await twin.ask('getcasedetails', { CaseId: '700123' }, { db: '', host })).headers[
      'x-application-error-code'
    ]
  assert.equal(await codeAt('demoportal.icasework.com'), '16001')
  await twin.test.sql(`select create_organisation('demoportal', 'Another', 1)`)
  const isAccount = async () => (await codeAt('demoportal.icasework.com')) === '16021'
  await until(isAccount, 'the account of that name goes first')
  await twin.close()
})

statement('1.1 (4)', async () => {
  for (const path of ['/GetCaseDetails', '/getCASEdetails/', '/services/demo/getcasedetails/'])
    await reaches({ path })
  assert.equal((await details({ path: '/v1.0/getcasedetails' })).statusCode, 404)
})

statement('1.1 (5)', async () => {
  const note = { CaseId: '700123', Notes: 'which account' }
  const named = await stage.ask('addcasenotes', { ...note, db: 'demo' }, { db: '' })
  assert.equal(named.statusCode, 200)
  const over = await stage.ask('addcasenotes', { ...note, db: 'nosuch' }, { db: 'demo' })
  assert.equal(over.statusCode, 200)
  const inBody = (body: string, type: string, db: string) =>
    stage.ask(
      'addcasenotes',
      {},
      { db, body, headers: { authorization: stage.bearer, 'content-type': type } },
    )
  const json = JSON.stringify({ ...note, db: 'demo' })
  const xml = '<db>demo</db><CaseId>700123</CaseId><Notes>x</Notes>'
  assertError(await inBody(json, 'application/json', ''), 403, 12021)
  assertError(await inBody(xml, 'text/xml', ''), 403, 12021)
  for (const [body, type] of [
    [json.replace('demo', 'nosuch'), 'application/json'],
    [xml.replace('demo', 'nosuch'), 'text/xml'],
  ] as const)
    assert.equal((await inBody(body, type, 'demo')).statusCode, 200)
})

statement('1.1 (6)', async () => {
  const contradicting: readonly Manner[] = [
    { path: '/services/demo/getcasedetails', host: 'portal.icasework.com' },
    { host: 'demo.icasework.com' },
  ]
  for (const manner of contradicting) {
    await reaches({ ...manner, db: 'demo' })
    assertError(await details({ ...manner, db: 'other' }), 403, 16021)
  }
  const feed = (db: string) => stage.ask('getcases', {}, { host: 'demoportal.icasework.com', db })
  assert.equal((await feed('demo')).statusCode, 200)
  assertError(await feed('other'), 403, 20021)
  const report = await stage.ask(
    'getreport',
    { ReportId: '55021' },
    { host: 'demoreports.icasework.com', db: 'other' },
  )
  assertError(report, 403, 21021)
})

statement('1.1 (7)', async () => {
  for (const db of ['', 'nosuch']) {
    const reply = await stage.ask('token', {}, { db, headers: {} })
    assert.equal(reply.statusCode, 200)
    assert.equal(reply.headers['content-length'], '0')
    assert.equal(reply.body, '')
    const bearer = await details({ db })
    assertError(bearer, 403, 16021)
    assert.equal(bearer.headers['x-application-error-info'], 'Invalid token (6)')
    const signature = await details({ db, headers: {} })
    assertError(signature, 403, 16021)
    assert.equal(signature.headers['x-application-error-info'], 'Incorrect key or signature')
  }
})

statement('1.1 (8)', async () => {
  // the token of the stage is got at uat.icasework.com
  const places: readonly Manner[] = [
    { path: '/services/demo/getcasedetails', host: 'portal.icasework.com', db: '' },
    { host: 'uat.icasework.com' },
    { host: 'demo.icasework.com', db: '' },
    { host: '127.0.0.1:8080' },
  ]
  const bodies = new Set<string>()
  for (const place of places) bodies.add((await details(place)).body)
  assert.equal(bodies.size, 1)
  const feed = await stage.ask('getcases', {}, { host: 'demoportal.icasework.com', db: '' })
  assert.equal(feed.statusCode, 200)
})

statement('1.1 (9)', () => reaches({ host: '127.0.0.1:8080' }))

statement('1.1 (10)', async () => {
  for (const path of [
    '/getcasedetails/',
    '/services/demo/getcasedetails/',
    '//getcasedetails',
    '/GETCASEDETAILS',
  ])
    for (const host of ['demo.icasework.com', 'localhost']) {
      const { statusCode, headers } = await details({ path, host })
      assert.ok(statusCode < 300 || statusCode >= 400, path)
      assert.equal(headers.location, undefined)
    }
})

statement('1.1 (11)', async () => {
  const page = { headers: { accept: 'text/html' } }
  const web = await stage.send({ method: 'GET', url: '/sign-in', ...page })
  assert.equal(web.headers['x-application-error-code'], undefined)
  const service = await stage.send({ method: 'GET', url: '/getcases?db=demo', ...page })
  assertError(service, 403, 20021)
})

statement('1.3 H1', async () => {
  const host = 'portal.icasework.com'
  const both: readonly (readonly [word: string, fields: Readonly<Record<string, string>>])[] = [
    ['createcase', { Type: 'Complaint', 'Customer.Surname': 'Bell' }],
    ['addcasenotes', { CaseId: '700123', Notes: 'either way' }],
    ['updateexternalid', { CaseId: '700122', ExternalId: 'EXT-0041' }],
    ['updatecustomer', { Id: 'C90017', Surname: 'Bell' }],
    ['getreport', { ReportId: '55021' }],
  ]
  const call = (word: string, fields: Readonly<Record<string, string>>, method: 'GET' | 'POST') =>
    stage.ask(word, fields, { host, path: `/services/demo/${word}`, db: '', method })
  for (const [word, fields] of both)
    for (const method of ['GET', 'POST'] as const)
      assert.equal((await call(word, fields, method)).statusCode, 200, `${method} ${word}`)
  const sixth = { Type: 'RENT', ExternalAccountId: 'ACC-77' }
  assertError(await call('updateaccount', sixth, 'GET'), 400, 84000)
  await stage.decide({ isWritingByGetAllowed: false })
  for (const [word, fields] of both.slice(0, 4)) {
    assert.equal((await call(word, fields, 'GET')).statusCode, 400, word)
    assert.equal((await call(word, fields, 'POST')).statusCode, 200, word)
  }
  assert.equal((await call('getreport', { ReportId: '55021' }, 'GET')).statusCode, 200)
  await stage.decide({})
})

statement('original 2', async () => {
  const query = signed({ CaseId: '700123', Notes: 'in the address' }, pairs.open)
  const reply = await stage.send({
    method: 'POST',
    url: `/services/demo/addcasenotes?${query}`,
    headers: { host: 'portal.icasework.com' },
  })
  assert.equal(reply.statusCode, 200)
  assert.equal(await stage.notesWith('in the address'), 1)
})

statement('original 22', async () => {
  const sent = { Type: 'RENT', ExternalAccountId: 'ACC-77', Status: 'Open' }
  const places: readonly Manner[] = [
    { host: 'uat.icasework.com', db: 'demo' },
    { host: 'demo.icasework.com', db: '' },
  ]
  for (const place of places) {
    assert.equal((await stage.ask('updateaccount', sent, place)).statusCode, 200)
    const got = await stage.ask('updateaccount', sent, { ...place, method: 'GET' })
    assertError(got, 400, 84000)
    assert.equal(got.body, errorPage)
  }
})
