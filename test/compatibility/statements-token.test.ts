import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { assertError } from '#test/api-stage.ts'
import { contractStage, type ContractStage } from '#test/contract-stage.ts'
import type { GrantManner } from '#test/grant.ts'
import { statement } from '#test/tally/statement.ts'

let stage: ContractStage
before(async () => {
  stage = await contractStage()
})
after(() => stage.close())

const iat = 1_773_480_600
type Claims = Readonly<Record<string, unknown>>

async function assertGranted(claims: Claims, manner?: GrantManner): Promise<void> {
  const reply = await stage.grant(claims, manner)
  const told = `${JSON.stringify([claims, manner])} ${String(reply.headers['x-application-error-info'])}`
  assert.equal(reply.statusCode, 200, told)
  assert.match(reply.body, /"access_token" : "[^"]+"/)
}

async function assertDenied(claims: Claims, manner?: GrantManner): Promise<void> {
  const reply = await stage.grant(claims, manner)
  assert.equal(reply.statusCode, 400, JSON.stringify([claims, manner]))
  assertError(reply, 400, 19002)
  assert.equal(reply.headers['x-application-error-info'], 'invalid_grant')
}

statement('3.3 grant', async () => {
  await assertGranted({ iat }, { isAssertionFirst: true })
  await assertGranted({ iat }, { isAssertionFirst: false })
})

statement('3.3 claims', async () => {
  await assertGranted({ iat, jti: 'one', typ: 'JWT', sub: 'x', scope: ['a'] })
  for (const _ of [1, 2]) await assertGranted({ iat, jti: 'the same' })
  for (const iss of ['nobody', '', undefined, 7]) await assertDenied({ iat, iss })
})

statement('3.3 times', async () => {
  for (const claims of [
    { iat: iat + 300 },
    { iat: iat - 3600 },
    { iat: String(iat) },
    { exp: iat + 300 },
    { exp: iat - 60 },
    { iat, exp: iat + 150 * 86_400 },
    { iat: iat - 90_000, exp: iat + 60 },
    { iat, nbf: iat },
  ])
    await assertGranted(claims)
  for (const claims of [
    {},
    { iat: iat + 301 },
    { iat: iat - 3601 },
    { exp: iat - 61 },
    { iat, exp: iat - 61 },
    { iat: 'now' },
    { iat, nbf: iat + 3600 },
  ])
    await assertDenied(claims)
})

statement('3.3 header', async () => {
  await assertGranted({ iat }, { header: { alg: 'HS256' } })
  await assertGranted({ iat }, { header: { alg: 'HS256', typ: 'JWT' } })
  for (const alg of ['none', 'HS512', 'RS256', 'hs256', undefined])
    await assertDenied({ iat }, { header: { alg } })
})

statement('3.3 decoding', async () => {
  // the text makes both alphabets differ, and its length wants padding
  const claims = { iat, note: '>>>???ÿÿ~' }
  for (const encoding of ['base64', 'base64url'] as const)
    for (const isEscaped of [true, false]) await assertGranted(claims, { encoding, isEscaped })
})

statement('3.3 aud', async () => {
  for (const aud of [
    undefined,
    'https://demo.icasework.com/token',
    'http://DEMO.icasework.com:8080/token/',
    'https://uat.icasework.com/token?db=demo',
    'https://localhost/services/demo/token',
    'https://demo.icasework.com/services/demo/token',
    'https://demoreports.icasework.com/token',
    'http://localhost/token',
    ['https://elsewhere.example/token', 'https://demo.icasework.com/token'],
  ])
    await assertGranted({ iat, aud })
  for (const aud of [
    'https://other.icasework.com/token',
    'https://uat.icasework.com/token?db=other',
    'https://demo.icasework.com/token?x=1',
    'https://demo.icasework.com/createcase',
    'https://demo.icasework.com/services/other/token',
    'https://elsewhere.example/token',
    ['https://elsewhere.example/token'],
    'demo',
  ])
    await assertDenied({ iat, aud })
})

statement('3.3 success', async () => {
  const tokens: string[] = []
  for (const Format of ['xml', 'json']) {
    const reply = await stage.grant({ iat }, { more: { Format } })
    assert.equal(reply.headers['content-type'], 'application/json;charset=UTF-8')
    assert.equal(reply.headers['cache-control'], 'no-store')
    assert.equal(
      reply.body
        .trim()
        .split('\n')
        .filter((line) => line.includes('" : ')).length,
      3,
    )
    const { access_token: token, ...others } = JSON.parse(reply.body) as Record<string, unknown>
    assert.deepEqual(others, { token_type: 'Bearer', expires_in: 3600 })
    tokens.push(String(token))
  }
  const use = async (token: string) =>
    (await stage.ask('getcases', {}, { headers: { authorization: `Bearer ${token}` } })).statusCode
  for (const token of tokens) assert.equal(await use(token), 200)
  stage.clock.set('2026-03-14T10:29:59Z')
  assert.equal(await use(tokens[0] ?? ''), 200)
  stage.clock.set('2026-03-14T10:30:00Z')
  assert.equal(await use(tokens[0] ?? ''), 403)
  stage.clock.set('2026-03-14T09:30:00Z')
})

statement('3.3 failure', async () => {
  await assertDenied({ iat }, { secret: 'another secret' })
  await stage.decide({ isErrorInJson: true })
  const reply = await stage.grant({ iat }, { secret: 'another secret', more: { Format: 'json' } })
  assertError(reply, 400, 19002)
  assert.throws(() => JSON.parse(reply.body) as unknown)
  await stage.decide({})
})
