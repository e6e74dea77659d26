import assert from 'node:assert/strict'
import { createHmac, createSecretKey } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { makeApiKey, refuseOtherMasterKey, revokeKey } from '#domain/api-keys/index.ts'
import { operations as noteOperations } from '#domain/notes/index.ts'
import {
  apiStage,
  askToken,
  assertError,
  form,
  grant,
  strictAssertion,
  type ApiStage,
} from '#test/api-stage.ts'
import { fixtureKey, pairs } from '#test/fixture.ts'

let stage: ApiStage
before(async () => {
  stage = await apiStage(noteOperations)
})
after(() => stage.close())

const assertions = {
  E2: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjNDFmMDhhN2Q5MmI0ZTZmODgzMGE1MWUyIiwiYXVkIjoiaHR0cHM6Ly9kZW1vLmljYXNld29yay5jb20vdG9rZW4/ZGI9ZGVtbyIsImlhdCI6IjE3NzM0ODA2MDAifQ==.RSmHPEl7awgW9c7g5ZXTHV-N_h-uWz3nNfZHHJxm4Hk',
  E3: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjNDFmMDhhN2Q5MmI0ZTZmODgzMGE1MWUyIiwiYXVkIjoiaHR0cDovLzEyNy4wLjAuMTo4MDgwL3Rva2VuP2RiPWRlbW8iLCJpYXQiOjE3NzM0ODA2MDAsImV4cCI6MTc3MzQ4MDkwMH0.4o4ajtgspbkJEuwtM6dXGQZH29uaYkia5Zc-cxdLgUk',
}
describe('token', () => {
  test('E1: a strict assertion gets a token, the same again a further one, and both are good', async () => {
    const reply = await askToken(stage, strictAssertion, 'uat.icasework.com')
    assert.equal(reply.statusCode, 200)
    assert.equal(reply.headers['content-type'], 'application/json;charset=UTF-8')
    const { access_token: first, ...others } = JSON.parse(reply.body) as Record<string, unknown>
    assert.deepEqual(others, { token_type: 'Bearer', expires_in: 3600 })
    const second = await stage.token()
    assert.notEqual(second, first)
    for (const token of [first, second]) {
      const url = `/addcasenotes?db=demo&access_token=${String(token)}&CaseId=700123&Notes=x`
      assert.equal((await stage.send({ method: 'POST', url, headers: form })).statusCode, 200)
    }
  })

  test('E2: padded, unescaped, with the account from the host', async () => {
    const reply = await askToken(stage, assertions.E2, 'demo.icasework.com')
    assert.equal(reply.statusCode, 200)
  })

  test('E3: another secret is an invalid grant, in HTML', async () => {
    const reply = await askToken(stage, assertions.E3, '127.0.0.1:8080')
    assertError(reply, 400, 19002)
    assert.equal(reply.headers['x-application-error-info'], 'invalid_grant')
  })

  test('an unknown account gets 200 and nothing', async () => {
    const reply = await stage.send({ method: 'POST', url: '/token?db=nosuch', headers: form })
    assert.equal(reply.statusCode, 200)
    assert.equal(reply.headers['content-length'], '0')
    assert.equal(reply.body, '')
  })

  test('another kind of grant is not supported, and no grant can be got by GET', async () => {
    const url = '/token?db=demo'
    const payload = `assertion=${strictAssertion}&grant_type=password`
    assertError(await stage.send({ method: 'POST', url, headers: form, payload }), 400, 19003)
    assertError(await stage.send({ method: 'GET', url: `${url}&${grant}` }), 400, 19000)
  })

  test('a pair limited to one address gets no token from another', async () => {
    const header = Buffer.from('{"alg":"HS256"}').toString('base64url')
    const claims = Buffer.from(JSON.stringify({ iss: pairs.limited.key, iat: 1773480600 }))
    const text = `${header}.${claims.toString('base64url')}`
    const mac = createHmac('sha256', pairs.limited.secret).update(text).digest('base64url')
    const ask = (remoteAddress: string) =>
      stage.send({
        method: 'POST',
        url: '/token?db=demo',
        headers: form,
        payload: `${grant}&assertion=${text}.${mac}`,
        remoteAddress,
      })
    assertError(await ask('198.51.100.7'), 400, 19002)
    const granted = await ask('203.0.113.10')
    const { access_token: token } = JSON.parse(granted.body) as { access_token: string }
    const use = (remoteAddress: string) =>
      stage.send({
        method: 'POST',
        url: '/addcasenotes?db=demo&CaseId=700123&Notes=x',
        headers: { ...form, authorization: `bearer ${token}` },
        remoteAddress,
      })
    assert.equal((await use('203.0.113.10')).statusCode, 200)
    const elsewhere = await use('198.51.100.7')
    assertError(elsewhere, 403, 12021)
    assert.equal(elsewhere.headers['x-application-error-info'], 'Invalid token (6)')
  })
})

describe('key pairs made under another master key', () => {
  const otherKey = createSecretKey(Buffer.alloc(32, 8))
  const foreign = { key: '7d20c9b3f1e846a5902c7b1de', secret: '51e8f0a62c4d49b7835f6e0c1' }

  test('fail the calls that name them, and no others', async () => {
    const { organisationId, clock, test: stored } = stage
    const wanted = { name: 'Astray', permittedAddresses: [], now: clock.now(), pair: foreign }
    await makeApiKey(stored.database, otherKey, { organisationId, ...wanted })
    await stored.sql('select') // from now on the pair is known
    const call = (key: string) =>
      stage.send({
        method: 'POST',
        url: `/addcasenotes?db=demo&CaseId=700123&Notes=x&Key=${key}&Signature=00`,
        headers: form,
      })
    assertError(await call(pairs.open.key), 403, 12021)
    assertError(await call(foreign.key), 500, 12099)
  })

  test('stop the start only where none can be opened, until they are revoked', async () => {
    const { organisationId, clock } = stage
    const { database } = stage.test
    await refuseOtherMasterKey(database, fixtureKey)
    const revoke = (key: string) =>
      database.write(organisationId, (db) => revokeKey(db, { key, now: clock.now() }))
    for (const { key } of Object.values(pairs)) await revoke(key)
    await assert.rejects(refuseOtherMasterKey(database, fixtureKey), /another master key.*revoke/)
    await revoke(foreign.key)
    await refuseOtherMasterKey(database, fixtureKey)
  })
})
