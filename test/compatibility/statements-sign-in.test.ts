import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before } from 'node:test'
import { makeApiKey } from '#domain/api-keys/index.ts'
import { assertError, form, signed } from '#test/api-stage.ts'
import { contractStage, serviceWords, type ContractStage } from '#test/contract-stage.ts'
import { fixtureKey, pairs } from '#test/fixture.ts'
import { contentsOf } from '#test/tables.ts'
import { statement } from '#test/tally/statement.ts'

let stage: ContractStage
before(async () => {
  stage = await contractStage()
  await makeApiKey(stage.test.database, fixtureKey, {
    organisationId: stage.organisationId,
    name: 'Office',
    permittedAddresses: ['192.0.2.0/24', '2001:db8::7'],
    now: stage.clock.now(),
    pair: office,
  })
})
after(() => stage.close())

type Sent = Readonly<Record<string, string>>
type Pair = (typeof pairs)['open' | 'limited'] | { readonly key: string; readonly secret: string }
const office = { key: 'a0000000000000000000000a1', secret: 'a0000000000000000000000a2' }
const unsigned = { headers: {} }
const { key: Key, secret } = pairs.open
const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

/** Calls a service with a signature instead of a token. */
const call = (word: string, fields: Sent, Signature: string) =>
  stage.ask(word, { ...fields, Key, Signature }, unsigned)

async function assertAccepted(word: string, fields: Sent, signature: string): Promise<void> {
  const reply = await call(word, fields, signature)
  const told = `${word} ${JSON.stringify(fields)} ${String(reply.headers['x-application-error-info'])}`
  assert.notEqual(reply.statusCode, 403, told)
}

async function assertRefused(word: string, fields: Sent, signature: string): Promise<void> {
  const reply = await call(word, fields, signature)
  assert.equal(reply.statusCode, 403, `${word} ${JSON.stringify(fields)}`)
  assert.equal(reply.headers['x-application-error-info'], 'Incorrect key or signature')
}

const from = (pair: Pair, address: string) =>
  stage.send({
    method: 'POST',
    url: '/addcasenotes?db=demo',
    headers: form,
    payload: signed({ CaseId: '700123', Notes: `from ${address}` }, pair),
    remoteAddress: address,
  })

statement('3.1 (2)', async () => {
  assert.equal((await from(pairs.limited, '203.0.113.10')).statusCode, 200)
  for (const address of ['203.0.113.11', '198.51.100.7', '::1'])
    assertError(await from(pairs.limited, address), 403, 12021)
  for (const address of ['203.0.113.11', '198.51.100.7', '::1'])
    assert.equal((await from(pairs.open, address)).statusCode, 200, address)
})

statement('original 5', async () => {
  const count = () => stage.notesWith('from 198.51.100.9')
  assertError(await from(pairs.limited, '198.51.100.9'), 403, 12021)
  assert.equal(await count(), 0)
  assert.equal((await from(pairs.open, '198.51.100.9')).statusCode, 200)
  assert.equal(await count(), 1)
})

statement('3.1 (3)', async () => {
  for (const address of ['192.0.2.200', '::ffff:192.0.2.1', '2001:db8::7'])
    assert.equal((await from(office, address)).statusCode, 200, address)
  for (const address of ['192.0.3.1', '2001:db8::8'])
    assertError(await from(office, address), 403, 12021)
  const tokenFrom = (remoteAddress: string) =>
    stage.grant({ iss: office.key, iat: 1_773_480_600 }, { secret: office.secret, remoteAddress })
  const refused = await tokenFrom('198.51.100.7')
  assertError(refused, 400, 19002)
  const granted = await tokenFrom('192.0.2.9')
  const { access_token: token } = JSON.parse(granted.body) as { access_token: string }
  const use = (address: string) =>
    stage.ask(
      'getcasedetails',
      { CaseId: '700123' },
      { headers: { authorization: `Bearer ${token}` }, from: address },
    )
  assert.equal((await use('192.0.2.77')).statusCode, 200)
  assert.equal((await use('198.51.100.7')).headers['x-application-error-info'], 'Invalid token (6)')
})

statement('3.1 (4)', async () => {
  const known = await from(pairs.limited, '198.51.100.7')
  const unknown = await from({ key: 'nobody', secret: 'x' }, '198.51.100.7')
  const shown = ({ statusCode, headers, body }: typeof known) => [
    statusCode,
    headers['x-application-error-code'],
    headers['x-application-error-info'],
    body,
  ]
  assert.deepEqual(shown(known), shown(unknown))
})

statement('3.1 (6)', async () => {
  await stage.rows(
    'update cases set is_confidential = true where organisation_id = $1 and case_id = 700124',
  )
  const fields = { CaseId: '700124', RequestDate: '2026-03-14', Format: 'json' }
  const reply = await call('getcasedetails', fields, md5(`7001242026-03-14${secret}`))
  assert.match(reply.body, /"CaseDetails.Confidential": "Yes"/)
})

statement('3.2 vectors', async () => {
  const day = { RequestDate: '2026-03-14' }
  const time = { RequestDate: '2026-03-14T09:30:00' }
  const ofCase = { CaseId: '700123', ...day }
  for (const [word, fields, signature] of [
    ['createcase', { Type: 'Complaint', ...day }, 'b769328146680e47c4f8a1913535955c'],
    ['createcase', { Type: 'Complaint' }, 'b769328146680e47c4f8a1913535955c'],
    ['createcase', { Type: 'Complaint', ...time }, '8d30e85093f29ef76173fdc83b0b4ad5'],
    ['updateexternalid', { ...ofCase, ExternalId: 'EXT-0042' }, 'f6308f70f24bfcc188dd2836f035e306'],
    ['getcasedetails', ofCase, 'f6308f70f24bfcc188dd2836f035e306'],
    ['uploaddocuments', ofCase, 'f6308f70f24bfcc188dd2836f035e306'],
    ['getcasedetails', { ExternalId: 'EXT-0042' }, '048e9664f3847aafe7cf4596654e07a1'],
    ['addcasenotes', { CaseId: '700123', Notes: 'x', ...time }, '9056c31475e6b7fbc697bc746c62e284'],
    ['updatecustomer', { Id: 'C90017', ...day }, 'c55449ab2e9fa10776daefa200f83203'],
    ['getreport', { ReportId: '55021', ...day }, '4b26b5cf9950bd886871b243481922cb'],
    [
      'updateaccount',
      { Type: 'RENT', ExternalAccountId: 'ACC-77', ...day },
      '7bef354db33e2edeed8b35830ff5a2df',
    ],
  ] as const) {
    await assertAccepted(word, fields, signature)
    await assertAccepted(word, fields, signature.toUpperCase())
    await assertRefused(
      word,
      fields,
      signature.replace(/^./, (first) => (first === 'a' ? 'b' : 'a')),
    )
  }
})

statement('3.2 (1)', async () => {
  const date = '14 March, half past nine'
  await assertAccepted(
    'getcasedetails',
    { CaseId: '700123', RequestDate: date },
    md5(`700123${date}${secret}`),
  )
  const time = { CaseId: '700123', RequestDate: '2026-03-14T09:30:00Z' }
  await assertRefused('getcasedetails', time, md5(`7001232026-03-14T09:30:00${secret}`))
  await assertRefused(
    'getcasedetails',
    { ...time, RequestDate: '2026-03-14T00:00:00' },
    md5(`7001232026-03-14${secret}`),
  )
})

statement('3.2 (2)', async () => {
  const create = { Type: 'Complaint' }
  stage.clock.set('2026-07-01T23:30:00Z')
  await assertAccepted('createcase', create, '47a6e16ae2a9aadfdbed5f236c81f246')
  await assertAccepted('createcase', create, '3ba6b6d6065d75a70d22e8e4c7c7ca0a')
  await assertAccepted('createcase', create, md5(`2026-06-30${secret}`))
  await assertRefused('createcase', create, md5(`2026-06-29${secret}`))
  await assertRefused('createcase', create, md5(`2026-07-03${secret}`))
  stage.clock.set('2026-03-14T09:30:00Z')
})

statement('3.2 (3)', async () => {
  const fields = { CaseId: '700123', RequestDate: '2009-01-01' }
  for (const _ of [1, 2, 3])
    await assertAccepted('getcasedetails', fields, md5(`7001232009-01-01${secret}`))
})

statement('3.2 (4)', async () => {
  const both = { CaseId: '700123', ExternalId: 'EXT-0041', RequestDate: 'd' }
  await assertAccepted('getcasedetails', both, md5(`700123d${secret}`))
  await assertAccepted('getcasedetails', both, md5(`EXT-0041d${secret}`))
  await assertRefused('getcasedetails', both, md5(`EXT-0042d${secret}`))
})

statement('3.2 (5)', async () => {
  for (const word of serviceWords) {
    const reply = await call(word, { CaseId: '700123' }, '0'.repeat(32))
    assert.equal(reply.statusCode, 403, word)
    assert.match(String(reply.headers['x-application-error-code']), /021$/)
    assert.equal(reply.headers['x-application-error-info'], 'Incorrect key or signature')
  }
})

statement('original 3', async () => {
  await assertRefused('createcase', { Type: 'Complaint' }, md5('2026-03-14 another secret'))
  await assertAccepted('createcase', { Type: 'Complaint' }, md5(`2026-03-14${secret}`))
  const stranger = await stage.ask(
    'createcase',
    { Type: 'Complaint', Key: 'no key', Signature: md5(`2026-03-14${secret}`) },
    unsigned,
  )
  assertError(stranger, 403, 10021)
})

statement('3.4 (1)', async () => {
  const token = stage.bearer.slice('Bearer '.length)
  const fields = { CaseId: '700123', Notes: 'signed in' }
  for (const scheme of ['Bearer', 'bearer', 'BEARER'])
    assert.equal(
      (
        await stage.ask('addcasenotes', fields, {
          headers: { authorization: `${scheme} ${token}` },
        })
      ).statusCode,
      200,
    )
  const url = `/addcasenotes?db=demo&access_token=${token}`
  const payload = new URLSearchParams(fields).toString()
  assert.equal((await stage.send({ method: 'POST', url, headers: form, payload })).statusCode, 200)
  assert.equal(
    (await stage.ask('addcasenotes', { ...fields, access_token: token }, unsigned)).statusCode,
    200,
  )
})

statement('3.4 (2)', async () => {
  const token = stage.bearer.slice('Bearer '.length)
  const signature = md5(`7001232026-03-14${secret}`)
  const good = { CaseId: '700123', RequestDate: '2026-03-14', Key, Signature: signature }
  const bad = { ...good, Signature: '0'.repeat(32) }
  const ask = (fields: Sent, headers: Sent) => stage.ask('getcasedetails', fields, { headers })
  assertError(await ask(good, { authorization: 'Bearer None' }), 403, 16021)
  assertError(await ask({ ...good, access_token: 'None' }, {}), 403, 16021)
  assertError(
    await ask({ ...good, access_token: token }, { authorization: 'Bearer None' }),
    403,
    16021,
  )
  assert.equal((await ask({ ...bad, access_token: token }, {})).statusCode, 200)
  assert.equal(
    (await ask({ ...bad, access_token: 'None' }, { authorization: stage.bearer })).statusCode,
    200,
  )
})

statement('3.4 (3)', async () => {
  const infoOf = async (headers: Sent) =>
    (await stage.ask('getcases', {}, { headers })).headers['x-application-error-info']
  for (const token of ['None', 'a.b.c', '', stage.bearer.slice(7, -3)])
    assert.equal(await infoOf({ authorization: `Bearer ${token}` }), 'Invalid token (6)', token)
  assert.equal(await infoOf({}), 'Incorrect key or signature')
  const foreign = await stage.ask('getcases', {}, { db: 'other' })
  assert.equal(foreign.headers['x-application-error-info'], 'Invalid token (6)')
  stage.clock.set('2026-03-14T10:30:01Z')
  assert.equal(await infoOf({ authorization: stage.bearer }), 'Invalid token (6)')
  stage.clock.set('2026-03-14T09:30:00Z')
})

statement('3.4 (4)', async () => {
  await stage.decide({ isSigningAllowed: false })
  await assertRefused('createcase', { Type: 'Complaint' }, 'b769328146680e47c4f8a1913535955c')
  assert.equal((await stage.ask('createcase', { Type: 'Complaint' })).statusCode, 200)
  await stage.decide({})
})

statement('3.4 (5)', async () => {
  const held = await contentsOf(stage.test)
  const json = { 'content-type': 'application/json' }
  const broken = { body: '{', headers: { ...json, authorization: stage.bearer } }
  const calls = [
    [12021, { db: 'nosuch', host: 'uatportal.icasework.com', method: 'GET' }],
    [12001, { host: 'uatportal.icasework.com', method: 'GET', headers: {} }],
    [12000, { method: 'PUT', headers: {} }],
    [12021, { body: '{', headers: json }],
    [12097, broken],
    [12002, { body: '{"CaseId": "x"}', headers: broken.headers }],
    [12098, { body: '{"CaseId": "x", "Notes": "x"}', headers: broken.headers }],
    [12003, { body: '{"CaseId": "1", "Notes": "x"}', headers: broken.headers }],
  ] as const
  for (const [code, manner] of calls) {
    const reply = await stage.ask('addcasenotes', {}, manner)
    assert.equal(reply.headers['x-application-error-code'], String(code), JSON.stringify(manner))
  }
  assert.deepEqual(await contentsOf(stage.test), held)
})
