import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { InjectOptions } from 'fastify'
import { operations as noteOperations } from '#domain/notes/index.ts'
import { apiStage, assertError, form, signed, stageLimits, type ApiStage } from '#test/api-stage.ts'

let stage: ApiStage
before(async () => {
  stage = await apiStage(noteOperations)
})
after(() => stage.close())

describe('refusals in the order of checks', () => {
  const post = (url: string, more: Partial<InjectOptions> = {}) =>
    stage.send({ method: 'POST', url, headers: form, ...more })

  test('an unknown account, with the text that fits the credentials', async () => {
    const signature = await post(`/addcasenotes?db=nosuch&${signed({ CaseId: '1' })}`)
    assertError(signature, 403, 12021)
    assert.equal(signature.headers['x-application-error-info'], 'Incorrect key or signature')
    const bearer = await post('/addcasenotes', { headers: { authorization: 'Bearer None' } })
    assertError(bearer, 403, 12021)
    assert.equal(bearer.headers['x-application-error-info'], 'Invalid token (6)')
  })

  test('a db that contradicts the host is an unknown account', async () => {
    const host = 'demo.icasework.com'
    const fields = signed({ CaseId: '700123', Notes: 'x' })
    const named = (db: string) =>
      post(`/addcasenotes?db=${db}&${fields}`, { headers: { ...form, host } })
    assert.equal((await named('demo')).statusCode, 200)
    assertError(await named('other'), 403, 12021)
  })

  test('the wrong host comes before the wrong method, and both before credentials', async () => {
    const portal = { host: 'uatportal.icasework.com' }
    assertError(
      await stage.send({ method: 'GET', url: '/addcasenotes?db=demo', headers: portal }),
      400,
      12001,
    )
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'] as const) {
      const reply = await stage.send({ method, url: '/addcasenotes?db=demo' })
      assert.equal(reply.statusCode, 400)
      assert.equal(reply.headers['x-application-error-code'], '12000')
    }
  })

  test('credentials come before a body that cannot be read, and that before what is missing', async () => {
    const headers = { 'content-type': 'application/json' }
    assertError(await post('/addcasenotes?db=demo', { headers, payload: '{' }), 403, 12021)
    const bearer = { ...headers, authorization: `Bearer ${await stage.token()}` }
    assertError(await post('/addcasenotes?db=demo', { headers: bearer, payload: '{' }), 400, 12097)
    assertError(await post('/addcasenotes?db=demo', { headers: bearer, payload: '{}' }), 400, 12002)
    const long = 'x'.repeat(stageLimits.bodyLength + 1)
    assertError(await post('/addcasenotes?db=demo', { headers: bearer, payload: long }), 400, 12097)
  })

  test('what is missing comes before what is not valid, and that before the look-up', async () => {
    const token = await stage.token()
    const call = (fields: string) => post(`/addcasenotes?db=demo&access_token=${token}&${fields}`)
    const missing = await call('CaseId=x')
    assertError(missing, 400, 12002)
    assert.equal(
      missing.headers['x-application-error-info'],
      'Required parameter Notes was not supplied',
    )
    assertError(await call('Notes=x&CaseId=x'), 400, 12098)
    assertError(await call('Notes=x&CaseId=1'), 400, 12003)
    assertError(await call('Notes=x'), 400, 12003)
  })

  test('the first kind of credentials decides', async () => {
    const fields = signed({ CaseId: '700123', Notes: 'x' })
    const headers = { ...form, authorization: 'Bearer None' }
    assertError(await post(`/addcasenotes?db=demo&${fields}`, { headers }), 403, 12021)
    assertError(await post(`/addcasenotes?db=demo&access_token=None&${fields}`), 403, 12021)
    const token = await stage.token()
    const good = await post(
      `/addcasenotes?db=demo&access_token=${token}&CaseId=700123&Notes=x&Key=x`,
    )
    assert.equal(good.statusCode, 200)
  })

  test('a token of one organisation is foreign to another', async () => {
    const url = `/addcasenotes?db=other&access_token=${await stage.token()}&CaseId=700123&Notes=x`
    assertError(await post(url), 403, 12021)
  })

  test('a token lapses after an hour', async () => {
    const url = `/addcasenotes?db=demo&access_token=${await stage.token()}&CaseId=700123&Notes=x`
    stage.clock.set('2026-03-14T10:29:59Z')
    assert.equal((await post(url)).statusCode, 200)
    stage.clock.set('2026-03-14T10:30:00Z')
    assertError(await post(url), 403, 12021)
    stage.clock.set('2026-03-14T09:30:00Z')
  })

  test('a word that is no service is not found, elsewhere the web may have it', async () => {
    assertError(await post('/services/demo/nosuch'), 404, 1)
    assertError(await post('/nosuch'), 404, 1)
    const page = await post('/nosuch', { headers: { accept: 'text/html' } })
    assert.equal(page.statusCode, 404)
    assert.equal(page.headers['x-application-error-code'], undefined)
  })

  test('nothing is ever a redirect', async () => {
    for (const url of ['/addcasenotes/', '/services/demo/addcasenotes/', '/ADDCASENOTES']) {
      assert.equal((await post(`${url}?db=demo`)).statusCode, 403)
    }
  })
})
