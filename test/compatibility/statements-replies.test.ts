import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { errorPage } from '#api/answering/error-page.ts'
import { assertError } from '#test/api-stage.ts'
import { contractStage, serviceWords, type ContractStage } from '#test/contract-stage.ts'
import { everyElement, readXml, textsOf } from '#test/read-xml.ts'
import { statement } from '#test/tally/statement.ts'

let stage: ContractStage
before(async () => {
  stage = await contractStage()
})
after(() => stage.close())

type Sent = Readonly<Record<string, string>>
const declaration = '<?xml version="1.0" encoding="UTF-8"?>'

/** A call that each service answers with 200. */
const good: Readonly<Record<string, Sent>> = {
  createcase: { Type: 'Complaint', 'Customer.Surname': 'Bell' },
  addcasenotes: { CaseId: '700123', Notes: 'x' },
  updateexternalid: { CaseId: '700122', ExternalId: 'EXT-0041' },
  updatecustomer: { Id: 'C90017', Surname: 'Bell' },
  getreport: { ReportId: '55021' },
  updateaccount: { Type: 'RENT', ExternalAccountId: 'ACC-77' },
  getcasedetails: { CaseId: '700123' },
  getcaseattribute: { CaseId: '700123', Attribute: 'CaseId' },
  getcasedocuments: { CaseId: '700122' },
  getcasecontactdetails: { CaseId: '700123' },
  getcasecorrespondence: { CaseId: '700123', Id: 'C51002' },
  getrecentcaselist: { UserName: 'sdee' },
  getcases: {},
  createaction: { CaseId: '700123', Type: 'UF300200' },
  updatecase: { CaseId: '700123', Attribute: 'CaseDetails.CaseLabel', Value: 'Noise' },
  uploaddocuments: {
    CaseId: '700123',
    'Document1.URL': 'https://nowhere.example/a',
    'Document1.URLPublic': 'true',
  },
}
const goodOf = (word: string): Sent => good[word] ?? assert.fail(word)

async function ok(word: string, more: Sent = {}) {
  const reply = await stage.ask(word, { ...goodOf(word), ...more })
  assert.equal(
    reply.statusCode,
    200,
    `${word} ${String(reply.headers['x-application-error-info'])}`,
  )
  return reply
}

const ownRoots: Sent = {
  updatecase: 'updatecaseattributeresponse',
  updateaccount: 'updateaccountattributeresponse',
}
const writing = serviceWords.filter((word) => !word.startsWith('get'))
const structured = serviceWords.filter((word) => word !== 'getcasecorrespondence')

statement('4.1', async () => {
  for (const word of structured)
    for (const [Format, type] of [
      ['xml', 'text/xml;charset=UTF-8'],
      ['json', 'application/json;charset=UTF-8'],
    ] as const) {
      const { headers } = await ok(word, { Format })
      assert.equal(headers['content-type'], type, word)
      assert.equal(headers['cache-control'], 'no-store', word)
      assert.equal(headers['content-encoding'], undefined)
    }
  for (const word of writing) {
    const root = readXml((await ok(word)).body)
    assert.equal(root.name, ownRoots[word] ?? `${word}response`)
    for (const { name } of root.children) assert.equal(name, name.toLowerCase())
  }
})

statement('original 4', async () => {
  const roots = new Set<string>()
  for (const word of structured) roots.add(readXml((await ok(word)).body).name)
  assert.ok(roots.size > 10, 'contents depend on the operation')
})

statement('2.7', async () => {
  for (const [Format, type] of [
    [undefined, 'text/xml;charset=UTF-8'],
    ['XML', 'text/xml;charset=UTF-8'],
    ['yaml', 'text/xml;charset=UTF-8'],
    ['csv', 'text/xml;charset=UTF-8'],
    ['', 'text/xml;charset=UTF-8'],
    ['JSON', 'application/json;charset=UTF-8'],
    ['Json', 'application/json;charset=UTF-8'],
  ] as const) {
    const { headers } = await ok('updateaccount', Format === undefined ? {} : { Format })
    assert.equal(headers['content-type'], type, Format)
  }
  const csv = await ok('getreport', { Format: 'CSV' })
  assert.equal(csv.headers['content-type'], 'text/csv;charset=UTF-8')
  const asked = {
    authorization: stage.bearer,
    accept: 'application/json',
    'content-type': 'application/json',
  }
  const body = JSON.stringify(goodOf('updateaccount'))
  const reply = await stage.ask('updateaccount', {}, { body, headers: asked })
  assert.equal(reply.headers['content-type'], 'text/xml;charset=UTF-8')
})

statement('4.2 (1)', async () => {
  for (const word of structured) {
    const { body } = await ok(word)
    const start =
      word === 'getcasecontactdetails'
        ? declaration.replace('?>', ' standalone="yes"?>')
        : declaration
    assert.ok(body.startsWith(start), word)
    assert.doesNotMatch(body, /xmlns|<!DOCTYPE/)
    if (!word.startsWith('get')) assert.ok(!body.includes('\n'), word)
  }
})

statement('4.2 (2)', async () => {
  const empty = async (word: string, sent: Sent) =>
    (await stage.ask(word, sent)).body.slice(declaration.length).trim()
  assert.equal(await empty('getcases', { Type: 'NoSuch' }), '<Cases />')
  assert.equal(await empty('getcasedocuments', { CaseId: '700999' }), '<Documents />')
  assert.equal(await empty('getreport', { ReportId: '55021', From: '2036-01-01' }), '<Cases />')
  assert.equal(
    await empty('getrecentcaselist', { UserName: 'sdee', Until: '2001-01-01' }),
    '<Cases />',
  )
})

const carrying: ReadonlySet<string> = new Set(['Document', 'Classification'])

statement('4.2 (3)', async () => {
  for (const word of structured)
    for (const { name, attributes } of everyElement(readXml((await ok(word)).body))) {
      const isEchoing = word === 'getcasedetails' && name === 'Cases'
      if (!carrying.has(name))
        assert.deepEqual(Object.keys(attributes), isEchoing ? ['RequestId'] : [], `${word} ${name}`)
    }
  const documents = everyElement(readXml((await ok('getcasedocuments')).body))
  assert.deepEqual(
    documents.flatMap(({ attributes }) => attributes['Id'] ?? []),
    ['D40017'],
  )
})

statement('4.2 (4)', async () => {
  const fresh = await contractStage()
  await fresh.rows(
    `update case_type_versions set definition = jsonb_set(definition, '{fields}',
       definition -> 'fields' || '[{"id": "Custom17", "label": "Seventeenth", "kind": "text"}]')
     where organisation_id = $1`,
  )
  await fresh.rows(
    `update cases set attributes = '{"Custom17": "kept"}' where organisation_id = $1 and case_id = 700123`,
  )
  const ask = async (Format: string) =>
    (await fresh.ask('getcasedetails', { CaseId: '700123', Format })).body
  assert.doesNotMatch(await ask('xml'), /Custom17/)
  assert.match(await ask('json'), /Custom17": "kept"/)
  await fresh.close()
})

const label = 'one\r\ntwo & <three> \u000b}{ "é"'

statement('4.2 (5)', async () => {
  await ok('updatecase', { Value: label })
  const { body } = await ok('getcasedetails')
  const xml = readXml(body)
  assert.deepEqual(textsOf(xml, 'CaseDetails.CaseLabel'), ['one\ntwo & <three> }{ "é"'])
  assert.match(body, /<MainParty\.Notes><\/MainParty\.Notes>/)
  const documents = (await ok('getcasedocuments')).body
  assert.match(documents, /<Document [^>]*><!\[CDATA\[http[^\]]+\]\]><\/Document>/)
})

function assertTexts(value: unknown): void {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(assertTexts)
  else assert.equal(typeof value, 'string')
}

statement('4.3 (1)', async () => {
  for (const word of structured) assertTexts(JSON.parse((await ok(word, { Format: 'json' })).body))
  for (const word of writing) {
    const root = readXml((await ok(word)).body)
    const json = JSON.parse((await ok(word, { Format: 'json' })).body) as Record<string, Sent>
    assert.deepEqual(Object.keys(json), [root.name])
    assert.deepEqual(
      Object.keys(json[root.name] ?? {}),
      root.children.map(({ name }) => name),
    )
  }
  const empty = async (word: string, sent: Sent) =>
    (await stage.ask(word, { ...sent, Format: 'json' })).body
  assert.equal(await empty('getcases', { Type: 'NoSuch' }), '[]')
  assert.equal(await empty('getcasedocuments', { CaseId: '700999' }), '[]')
  assert.equal(await empty('getreport', { ReportId: '55021', From: '2036-01-01' }), '[]')
  assert.equal(await empty('getrecentcaselist', { UserName: 'sdee', Until: '2001-01-01' }), '[]')
})

statement('4.3 (2)', async () => {
  await ok('updatecase', { Value: label })
  const { body } = await stage.ask('getcasedetails', { ExternalId: 'EXT-0042', Format: 'json' })
  const [first = '', second = '', ...others] = body.replaceAll(/[\r\n]/g, '').split('}{')
  assert.equal(others.length, 0)
  const read = JSON.parse(`${first}}`) as Sent
  assert.match(read['CaseDetails.CaseLabel'] ?? '', /^one\n?two & <three> .*\}\{ "é"$/)
  assert.equal((JSON.parse(`{${second}`) as Sent)['CaseDetails.CaseId'], '700124')
})

statement('4.3 (3)', async () => {
  await ok('updatecase', { Attribute: 'CaseStatus.Status', Value: '=1+1, "so"' })
  const { body } = await ok('getreport', { Format: 'csv' })
  assert.ok(!body.startsWith('\ufeff'))
  assert.ok(body.endsWith('\r\n'))
  assert.match(body, /\r\n700123,"=1\+1, ""so""",2026/)
  assert.ok(
    body
      .split('\r\n')
      .includes('CaseDetails.CaseId,CaseStatus.Status,CaseStatusTouchTimes.LastUpdatedTime'),
  )
})

statement('4.4 (3)', async () => {
  assert.throws(() => readXml(errorPage))
  assert.match(errorPage, /<title>Error Page<\/title>/)
  for (const word of serviceWords)
    for (const Format of ['xml', 'json', 'csv']) {
      const reply = await stage.ask(word, { Format }, { headers: {} })
      assert.equal(reply.headers['content-type'], 'text/html;charset=UTF-8', word)
      assert.equal(reply.body, errorPage)
    }
})

statement('4.4 (4)', async () => {
  await stage.decide({ isErrorInJson: true })
  const reply = await stage.ask('getcasedetails', { Format: 'json' })
  assert.equal(reply.statusCode, 400)
  assert.equal(reply.headers['content-type'], 'application/json;charset=UTF-8')
  assert.equal(reply.headers['x-application-error-code'], '16002')
  assertError(await stage.ask('getcasedetails', {}), 400, 16002)
  assertError(await stage.ask('token', { Format: 'json' }), 400, 19003)
  await stage.decide({})
})
