import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { refusal } from '#kernel/refusal.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { allOperations } from '#operations'
import { assertError, form } from '#test/api-stage.ts'
import { contractStage, type ContractStage, type Manner } from '#test/contract-stage.ts'
import { statement } from '#test/tally/statement.ts'
import type { StatementId } from '#test/tally/statements.ts'

let stage: ContractStage
before(async () => {
  stage = await contractStage()
})
after(() => stage.close())

const CASE =
  'Unable to identify case. Please provide a valid value for parameter CaseId or ExternalId.'
const CASE1 = 'Unable to identify case. Please provide a valid value for parameter CaseId.'
const REQ = (name: string): string => `Required parameter ${name} was not supplied`
const INVALID = (name: string): string => `Invalid value for parameter ${name}`

type Sent = Readonly<Record<string, string>>
type Row = readonly [code: number, status: number, info: string, sent: Sent, manner?: Manner]

/** Calls that raise the codes of contract 5.3, service by service, in its order. */
const catalogue: Readonly<Record<string, readonly Row[]>> = {
  updateaccount: [
    [84000, 400, 'Invalid HTTP Method', {}, { method: 'GET' }],
    [84001, 400, 'API not available here', {}, { host: 'uatportal.icasework.com' }],
    [84002, 400, REQ('Type'), { ExternalAccountId: 'ACC-77' }],
    [84003, 400, REQ('ExternalAccountId'), { Type: 'RENT' }],
    [84099, 400, 'Unable to locate account', { Type: 'RENT', ExternalAccountId: 'ACC-0' }],
    [84099, 400, 'Unable to locate account', { Type: 'CTAX', ExternalAccountId: 'ACC-77' }],
    [84021, 403, 'Incorrect key or signature', { Key: 'x', Signature: 'y' }, { headers: {} }],
    [84021, 403, 'Invalid token (6)', {}, { headers: { authorization: 'Bearer None' } }],
    [
      84098,
      400,
      INVALID('BalanceDate'),
      { Type: 'RENT', ExternalAccountId: 'ACC-77', BalanceDate: '14 March' },
    ],
  ],
  createcase: [
    [10002, 400, REQ('Type'), { 'Customer.Surname': 'Bell' }],
    [10002, 400, REQ('Type'), { Type: '' }],
    [
      10003,
      400,
      'Unable to identify case type. Please provide a valid value for parameter Type.',
      { Type: 'NoSuch' },
    ],
    [10004, 400, CASE, { Type: 'Complaint', CaseId: '700999' }],
    [10098, 400, INVALID('RequestId'), { Type: 'Complaint', RequestId: 'A7' }],
    [10098, 400, INVALID('RequestId'), { Type: 'Complaint', RequestId: '700123' }],
  ],
  addcasenotes: [
    [12002, 400, REQ('Notes'), { CaseId: '700123' }],
    [12003, 400, CASE, { Notes: 'x' }],
    [12003, 400, CASE, { Notes: 'x', CaseId: '700999' }],
  ],
  updateexternalid: [
    [13002, 400, REQ('CaseId'), { ExternalId: 'x' }],
    [13003, 400, REQ('ExternalId'), { CaseId: '700123' }],
    [13004, 400, CASE1, { CaseId: '700999', ExternalId: 'x' }],
  ],
  updatecustomer: [
    [14002, 400, REQ('Id'), { Surname: 'Bell' }],
    [14098, 400, INVALID('NewId'), { Id: 'C90018', NewId: 'C90017' }],
  ],
  uploaddocuments: [
    [15002, 400, CASE, { CaseId: '700999', 'Document1.URL': 'https://files.example/a' }],
    [15002, 400, CASE, { 'Document1.URL': 'https://files.example/a' }],
    [15003, 400, REQ('Document1.URL'), { CaseId: '700123' }],
    [15003, 400, REQ('Document1.URL'), { CaseId: '700123', 'Document1.Name': 'a.pdf' }],
  ],
  getcasedetails: [
    [16002, 400, CASE, {}],
    [16002, 400, CASE, { CaseId: '700999' }],
    [16002, 400, CASE, { ExternalId: 'EXT-9999' }],
  ],
  getcasedocuments: [[17002, 400, CASE, {}]],
  getcaseattribute: [
    [18002, 400, CASE, { Attribute: 'CaseId' }],
    [18002, 400, CASE, { Attribute: 'CaseId', CaseId: '700999' }],
    [18003, 400, REQ('Attribute'), { CaseId: '700123' }],
  ],
  getreport: [
    [21001, 400, 'API not available here', { ReportId: '55021' }, { host: 'demo.icasework.com' }],
    [21002, 400, REQ('ReportId'), {}],
    [21003, 400, 'Unable to locate report', { ReportId: '55999' }],
  ],
  createaction: [
    [
      1003,
      400,
      'Unable to identify outstanding task. Please provide a valid value for parameter Task.',
      { CaseId: '700123', Type: 'UF300200', Task: 'NOSUCH' },
    ],
    [
      1004,
      400,
      'Task cannot be completed',
      { CaseId: '700123', Type: 'UF300200', Task: 'DONECALL' },
    ],
    [1002, 400, REQ('Type'), { CaseId: '700123' }],
    [1005, 400, CASE, { Type: 'UF300200' }],
    [1005, 400, CASE, { Type: 'UF300200', CaseId: '700999' }],
    [
      1006,
      400,
      'Unable to identify form. Please provide a valid value for parameter Type.',
      { CaseId: '700123', Type: 'UF999999' },
    ],
  ],
  updatecase: [
    [11002, 400, CASE, { Attribute: 'CaseDetails.CaseLabel', Value: 'x' }],
    [11002, 400, CASE, { CaseId: '700999', Attribute: 'CaseDetails.CaseLabel', Value: 'x' }],
    [11003, 400, REQ('Value'), { CaseId: '700123', Attribute: 'CaseDetails.CaseLabel' }],
    [11098, 400, INVALID('Attribute'), { CaseId: '700123', Attribute: 'NoSuch', Value: 'x' }],
  ],
  getcasecontactdetails: [
    [2002, 400, CASE1, {}],
    [2002, 400, CASE1, { CaseId: '700999' }],
  ],
  getcasecorrespondence: [
    [29002, 400, CASE, { CaseId: '700999', Id: 'C51002' }],
    [
      29002,
      400,
      'Unable to identify correspondence. Please provide a valid value for parameter Id or Type.',
      { CaseId: '700123', Id: 'C999' },
    ],
    [
      29002,
      400,
      'Unable to identify correspondence. Please provide a valid value for parameter Id or Type.',
      { CaseId: '700123' },
    ],
  ],
  getrecentcaselist: [
    [43002, 400, REQ('UserName'), {}],
    [43099, 400, 'Unable to identify user', { UserName: 'nobody' }],
  ],
}

for (const [word, rows] of Object.entries(catalogue))
  statement(`5.3 ${word}` as StatementId, async () => {
    for (const [code, status, info, sent, manner] of rows) {
      const reply = await stage.ask(word, sent, manner)
      assert.equal(reply.headers['x-application-error-info'], info, JSON.stringify(sent))
      assertError(reply, status, code)
    }
  })

// an extension: the contract says nothing of it, the catalogue of errors does
test('5.3 getdeadlines: a case that is not named or unknown', async () => {
  for (const sent of [{}, { CaseId: '700999' }, { ExternalId: 'EXT-9999' }]) {
    const reply = await stage.ask('getdeadlines', sent)
    assertError(reply, 400, 90002)
    assert.equal(reply.headers['x-application-error-info'], CASE)
  }
})

statement('5.3 token', async () => {
  const ask = (payload: string) =>
    stage.send({ method: 'POST', url: '/token?db=demo', headers: form, payload })
  const granting = 'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer'
  for (const [code, info, payload] of [
    [19002, 'invalid_grant', granting],
    [19002, 'invalid_grant', `${granting}&assertion=a.b.c`],
    [19003, 'unsupported_grant_type', 'assertion=a.b.c'],
    [19003, 'unsupported_grant_type', 'grant_type=password&assertion=a.b.c'],
  ] as const) {
    const reply = await ask(payload)
    assertError(reply, 400, code)
    assert.equal(reply.headers['x-application-error-info'], info)
  }
})

statement('original 27', async () => {
  for (const [code, status, info, sent, manner] of catalogue['updateaccount'] ?? []) {
    const { statusCode, headers } = await stage.ask('updateaccount', sent, manner)
    assert.deepEqual(
      [statusCode, headers['x-application-error-code'], headers['x-application-error-info']],
      [status, String(code), info],
    )
  }
})

statement('5.1 +98', async () => {
  const long = 'x'.repeat(501)
  for (const [word, code, name, sent] of [
    ['updateexternalid', 13098, 'ExternalId', { CaseId: '700123', ExternalId: long }],
    ['addcasenotes', 12098, 'CaseId', { Notes: 'x', CaseId: 'C1' }],
    ['getcasedetails', 16098, 'CaseId', { CaseId: '-1' }],
    ['getreport', 21098, 'From', { ReportId: '55021', From: 'tomorrow' }],
    ['getcases', 20098, 'Days', { Days: 'ten' }],
    ['getrecentcaselist', 43098, 'Until', { UserName: 'sdee', Until: '2026-02-30' }],
    ['createcase', 10098, 'Location.Latitude', { Type: 'Complaint', 'Location.Latitude': 'north' }],
  ] as const) {
    const reply = await stage.ask(word, sent)
    assertError(reply, 400, code)
    assert.equal(reply.headers['x-application-error-info'], INVALID(name))
  }
})

statement('4.4 (2)', async () => {
  const refused = await stage.ask('updateaccount', {
    Type: 'R\u00c9NT\r\nX-Injected: 1',
    ExternalAccountId: 'ACC\u2013{}',
  })
  assertError(refused, 400, 84099)
  assert.equal(refused.headers['x-injected'], undefined)
  for (const value of [
    refused.headers['x-application-error-code'],
    refused.headers['x-application-error-info'],
  ])
    assert.match(String(value), /^[\x20-\x7e]+$/)
  assert.doesNotMatch(String(refused.headers['x-application-error-info']), /NT|ACC/)
})

statement('4.4 (5)', async () => {
  const words = [
    'getcasedetails',
    'getcaseattribute',
    'getcasecontactdetails',
    'getcasecorrespondence',
    'addcasenotes',
    'updatecase',
    'createaction',
    'uploaddocuments',
    'updateexternalid',
  ]
  const fields = {
    CaseId: '700999',
    Attribute: 'CaseId',
    Value: 'x',
    Id: 'C1',
    Notes: 'x',
    Type: 'UF300200',
    ExternalId: 'x',
    'Document1.URL': 'https://files.example/a',
  }
  for (const word of words) {
    const reply = await stage.ask(word, fields)
    assert.equal(reply.statusCode, 400, word)
    assert.ok(reply.body.length > 0)
  }
  assert.equal((await stage.ask('getcasedocuments', { CaseId: '700999' })).statusCode, 200)
})

const unforeseen = refusal('unforeseen', 'Something nobody has thought of')

/** A service whose parameter and refusal have no code of their own, as it would be before they are given one. */
const refusing = operation({
  name: 'getcases',
  summary: 'Refuse',
  effect: 'read',
  permission: 'case.disclosure.list',
  parameters: { colour: required(shortText, 'Colour') },
  errors: [unforeseen],
  returns: 'content',
  examples: [],
  async handle({ refuse }): Promise<string> {
    throw refuse(unforeseen)
  },
})

statement('5.1 other', async () => {
  const others = allOperations.filter(({ name }) => name !== 'getcases')
  const changed = await contractStage([...others, refusing])
  const unnamed = await changed.ask('getcases')
  assertError(unnamed, 400, 20098)
  assert.equal(unnamed.headers['x-application-error-info'], REQ('Colour'))
  const reply = await changed.ask('getcases', { Colour: 'teal' })
  assertError(reply, 400, 20099)
  assert.equal(reply.headers['x-application-error-info'], 'Unable to process request')
  await changed.close()
})

statement('5.1 +96', async () => {
  for (const [word, fields] of Object.entries({
    createcase: { Type: 'Complaint', 'Customer.Surname': 'Bell' },
    addcasenotes: { CaseId: '700123', Notes: 'once' },
    updatecustomer: { Id: 'C90017', Surname: 'Bell' },
  })) {
    const headers = { authorization: stage.bearer, 'idempotency-key': `key of ${word}` }
    const first = await stage.ask(word, fields, { headers })
    assert.equal(first.statusCode, 200)
    assert.equal((await stage.ask(word, fields, { headers })).body, first.body)
    const other = await stage.ask(word, { ...fields, Colour: 'teal' }, { headers })
    assert.equal(other.statusCode, 400)
    assert.match(String(other.headers['x-application-error-code']), /96$/)
  }
})
