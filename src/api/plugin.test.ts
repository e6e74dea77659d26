import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { operations as noteOperations } from '#domain/notes/index.ts'
import { apiStage, assertError, form, signed, type ApiStage } from '#test/api-stage.ts'

let stage: ApiStage
before(async () => {
  stage = await apiStage(noteOperations)
})
after(() => stage.close())

describe('a signed call', () => {
  const E12 = {
    method: 'POST',
    url: '/services/demo/addcasenotes',
    headers: { ...form, host: 'portal.icasework.com' },
    payload:
      'ExternalId=EXT-0041&Notes=Called+back%2C+no+answer&Type=Telephone&SelfServiceAccess=true&RequestDate=2026-03-14T09%3A30%3A00&Key=e7720b9c15d84fa3960cc8f41&Signature=65e24ec889322098f24de1dcd5bf3721',
  } as const

  test('E12: is answered in XML from the address its pair is limited to', async () => {
    const reply = await stage.send({ ...E12, remoteAddress: '203.0.113.10' })
    assert.equal(reply.statusCode, 200)
    assert.equal(reply.headers['content-type'], 'text/xml;charset=UTF-8')
    assert.equal(reply.headers['cache-control'], 'no-store')
    assert.equal(
      reply.body,
      '<?xml version="1.0" encoding="UTF-8"?><addcasenotesresponse><caseid>700122</caseid></addcasenotesresponse>',
    )
    const [note] = await stage.test.sql(
      `select is_visible_to_customer as "isVisible" from notes where body = 'Called back, no answer'`,
    )
    assert.deepEqual(note, { isVisible: true })
  })

  test('E12: from elsewhere it is refused, also when a stranger forwards for that address', async () => {
    const before = await stage.notesWith('Called back, no answer')
    const reply = await stage.send({ ...E12, remoteAddress: '198.51.100.7' })
    assertError(reply, 403, 12021)
    assert.equal(reply.headers['x-application-error-info'], 'Incorrect key or signature')
    const headers = { ...E12.headers, 'x-forwarded-for': '203.0.113.10' }
    assertError(await stage.send({ ...E12, headers, remoteAddress: '198.51.100.7' }), 403, 12021)
    assert.equal(await stage.notesWith('Called back, no answer'), before)
    const byProxy = await stage.send({ ...E12, headers, remoteAddress: '10.0.0.1' })
    assert.equal(byProxy.statusCode, 200)
  })

  test('on the oldest address GET is as good, elsewhere it is not', async () => {
    const query = signed({ CaseId: '700123', Notes: 'by GET', Format: 'json' })
    const oldest = await stage.send({ method: 'GET', url: `/services/demo/addcasenotes?${query}` })
    assert.equal(oldest.body, '{"addcasenotesresponse": {"caseid": "700123"}}')
    assert.equal(oldest.headers['content-type'], 'application/json;charset=UTF-8')
    assertError(
      await stage.send({ method: 'GET', url: `/addcasenotes?db=demo&${query}` }),
      400,
      12000,
    )
  })

  test('all in the query, an empty body and a form type, the word in any case', async () => {
    const url = `/AddCaseNotes/?db=demo&${signed({ CaseId: '700123', Notes: 'odd' })}`
    const reply = await stage.send({
      method: 'POST',
      url,
      headers: { ...form, 'content-length': '0' },
    })
    assert.equal(reply.statusCode, 200)
  })

  test('the account may stand in the form alone, but not in a JSON body', async () => {
    const fields = signed({ CaseId: '700123', Notes: 'x', db: 'demo' })
    const post = { method: 'POST', url: '/addcasenotes', headers: form } as const
    assert.equal((await stage.send({ ...post, payload: fields })).statusCode, 200)
    const payload = JSON.stringify(Object.fromEntries(new URLSearchParams(fields)))
    const json = { 'content-type': 'application/json' }
    assertError(await stage.send({ ...post, headers: json, payload }), 403, 12021)
    const named = await stage.send({
      ...post,
      url: '/addcasenotes?db=demo',
      headers: json,
      payload,
    })
    assert.equal(named.statusCode, 200)
  })

  test('line breaks of a note are stored as LF', async () => {
    const payload = signed({ CaseId: '700123', Notes: 'one\r\ntwo' })
    await stage.send({ method: 'POST', url: '/addcasenotes?db=demo', headers: form, payload })
    assert.equal(await stage.notesWith('one\ntwo'), 1)
  })
})

describe('what is checked after the credentials', () => {
  test('too many parameters, or a name too long, in the query', async () => {
    const many = Array.from({ length: 51 }, (_, at) => `p${at}=1`).join('&')
    for (const more of [many, `${'n'.repeat(101)}=1`]) {
      const url = `/addcasenotes?db=demo&${more}`
      const known = `${url}&access_token=${await stage.token()}`
      assertError(await stage.send({ method: 'POST', url: known }), 400, 12097)
      assertError(await stage.send({ method: 'POST', url }), 403, 12021)
    }
  })

  test('a RequestDate that is none, once what is required is there', async () => {
    const send = (fields: Record<string, string>) =>
      stage.send({
        method: 'POST',
        url: '/addcasenotes?db=demo',
        headers: form,
        payload: signed(fields),
      })
    const call = { CaseId: '700123', Notes: 'dated' }
    const wrong = await send({ ...call, RequestDate: 'hello' })
    assertError(wrong, 400, 12098)
    assert.equal(
      wrong.headers['x-application-error-info'],
      'Invalid value for parameter RequestDate',
    )
    assertError(await send({ CaseId: '700123', RequestDate: 'hello' }), 400, 12002)
    for (const RequestDate of ['2026-03-14', '2026-03-14T09:30:00.000Z', '2026-03-14 09:30:00'])
      assert.equal((await send({ ...call, RequestDate })).statusCode, 200)
  })
})

describe('what an organisation decides', () => {
  after(() => stage.decide({}))

  test('signatures off, tokens still on', async () => {
    await stage.decide({ isSigningAllowed: false })
    const url = '/addcasenotes?db=demo'
    const payload = signed({ CaseId: '700123', Notes: 'x' })
    assertError(await stage.send({ method: 'POST', url, headers: form, payload }), 403, 12021)
    const bearer = `${url}&CaseId=700123&Notes=x&access_token=${await stage.token()}`
    assert.equal((await stage.send({ method: 'POST', url: bearer })).statusCode, 200)
  })

  test('no writing by GET on the oldest address', async () => {
    await stage.decide({ isWritingByGetAllowed: false })
    const url = `/services/demo/addcasenotes?${signed({ CaseId: '700123', Notes: 'x' })}`
    assertError(await stage.send({ method: 'GET', url }), 400, 12000)
    assert.equal((await stage.send({ method: 'POST', url })).statusCode, 200)
  })

  test('errors in JSON for callers that ask for JSON, never at token', async () => {
    await stage.decide({ isErrorInJson: true })
    const reply = await stage.send({ method: 'POST', url: '/addcasenotes?db=demo&Format=json' })
    assert.equal(reply.headers['content-type'], 'application/json;charset=UTF-8')
    assert.deepEqual(JSON.parse(reply.body), {
      error: { code: '12021', info: 'Incorrect key or signature' },
    })
    assertError(await stage.send({ method: 'POST', url: '/addcasenotes?db=demo' }), 403, 12021)
    assertError(await stage.send({ method: 'POST', url: '/token?db=demo&Format=json' }), 400, 19003)
  })
})

describe('a call sent twice', () => {
  test('with the same key is performed once, and its key is no good for another', async () => {
    const url = `/addcasenotes?db=demo&access_token=${await stage.token()}`
    const call = (notes: string) =>
      stage.send({
        method: 'POST',
        url,
        headers: { ...form, 'idempotency-key': 'a-1' },
        payload: `CaseId=700123&Notes=${notes}`,
      })
    const first = await call('once')
    assert.equal(first.statusCode, 200)
    assert.equal((await call('once')).body, first.body)
    assert.equal(await stage.notesWith('once'), 1)
    assertError(await call('other'), 400, 12096)
    assert.equal((await call('once&Format=json')).statusCode, 200)
    const dayAfter = await call('once&RequestDate=2026-03-15T09:30:00')
    assert.equal(dayAfter.body, first.body, 'the second try was signed for its own moment')
    assertError(await call('once&SelfServiceAccess=true'), 400, 12096)
    assert.equal(await stage.notesWith('once'), 1)
  })
})
