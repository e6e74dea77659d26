import assert from 'node:assert/strict'
import { request, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { operations as noteOperations } from '#domain/notes/index.ts'
import type { Content } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { apiStage, assertError, form, stageLimits, type ApiStage } from '#test/api-stage.ts'
import { fixtureKey } from '#test/fixture.ts'
import { downloadTokenKey, makeDownloadToken } from './signing-in/download-token.ts'
import { errorPage } from './answering/error-page.ts'

/** Breaks off in the middle when asked for the broken one. */
const getReport = operation({
  name: 'getreport',
  summary: 'Run a report',
  effect: 'read',
  permission: 'report.run',
  parameters: { reportId: required(shortText, 'Report') },
  errors: [],
  returns: 'content',
  examples: [{ ReportId: '1' }],
  async handle({ input }): Promise<Content> {
    if (input.reportId === 'fault') throw new Error('a fault of ours')
    async function* rows() {
      yield 'a,b\r\n'
      await new Promise((resolve) => setTimeout(resolve, 20))
      if (input.reportId === 'broken') throw new Error('the database went away')
      yield '1,2\r\n'
    }
    return { mediaType: 'text/csv;charset=UTF-8', body: Readable.from(rows()) }
  },
})

const getCaseDetails = operation({
  name: 'getcasedetails',
  summary: 'Read a case',
  effect: 'read',
  permission: 'case.view',
  parameters: { externalId: required(shortText, 'Reference') },
  errors: [],
  returns: {
    toXml: (value: string) => ({ name: 'Cases', content: [{ name: 'A', content: value }] }),
    toJson: (value: string) => ({ sequence: [{ A: value }, { A: '2' }] }),
    schema: {},
    layout: 'lines',
    fileName: 'output',
  },
  examples: [{ ExternalId: '1' }],
  handle: async ({ input }) => input.externalId,
})

const download = operation({
  name: 'download',
  summary: 'Fetch a document',
  effect: 'read',
  permission: 'case.document.view',
  parameters: { ref: required(shortText, 'Document') },
  errors: [],
  returns: 'content',
  examples: [{ Ref: 'D1' }],
  handle: async ({ input }): Promise<Content> => ({
    mediaType: 'application/pdf',
    body: Buffer.from(`%PDF of ${input.ref}`),
    fileName: 'Antwort "é".pdf',
  }),
})

let stage: ApiStage
let bearer: { authorization: string }
let port: number
before(async () => {
  stage = await apiStage([...noteOperations, getReport, getCaseDetails, download])
  bearer = { authorization: `Bearer ${await stage.token()}` }
  await stage.server.listen({ port: 0, host: '127.0.0.1' })
  port = (stage.server.server.address() as AddressInfo).port
})
after(() => stage.close())

interface Reply {
  status: number | undefined
  headers: IncomingHttpHeaders
  body: string
}

/** Calls over a real connection; rejects when it breaks off. */
function call(
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: string } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method, path, headers: { ...bearer, ...headers } }
    const sent = request(options, (reply) => {
      let text = ''
      reply.setEncoding('utf8').on('data', (more: string) => (text += more))
      reply.on('end', () => {
        resolve({ status: reply.statusCode, headers: reply.headers, body: text })
      })
      reply.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

describe('requests as they are really sent', () => {
  test('a GET with a media type of JSON and no body is read', async () => {
    const headers = { 'content-type': 'application/json' }
    const reply = await call('GET', '/getcasedetails?db=demo&ExternalId=x', { headers })
    assert.equal(reply.status, 200)
  })

  test('the body of a GET counts when it can be read and is ignored when not', async () => {
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
    const path = '/getcasedetails?db=demo&ExternalId=query'
    const read = await call('GET', path, { headers, body: '{"ExternalId": "body"}' })
    assert.match(read.body, /<A>body<\/A>/)
    const ignored = await call('GET', path, { headers, body: '{' })
    assert.match(ignored.body, /<A>query<\/A>/)
  })

  for (const type of ['', 'nonsense', 'a/b/c', 'multipart/form-data', 'text/plain; charset=x']) {
    test(`a media type of "${type}" leaves the choice to the body`, async () => {
      const headers = { 'content-type': type }
      const body = '{"CaseId": 700123, "Notes": "typed"}'
      const reply = await call('POST', '/addcasenotes?db=demo', { headers, body })
      assert.equal(reply.status, 200)
    })
  }

  test('methods that hardly anybody knows are answered too', async () => {
    for (const method of ['PROPFIND', 'TRACE', 'QUERY', 'HEAD', 'PURGE']) {
      const reply = await call(method, '/addcasenotes?db=demo')
      assert.equal(reply.status, 400, method)
      assert.equal(reply.headers['x-application-error-code'], '12000', method)
    }
  })

  test('a body longer than allowed is answered, and the next request too', async () => {
    const body = `Notes=${'x'.repeat(stageLimits.bodyLength * 20)}`
    for (const headers of [form, { ...form, 'transfer-encoding': 'chunked' }]) {
      const reply = await call('POST', '/addcasenotes?db=demo&CaseId=700123', { headers, body })
      assert.equal(reply.headers['x-application-error-code'], '12097')
      assert.equal(reply.body, errorPage)
    }
    const next = await call('POST', '/addcasenotes?db=demo&CaseId=700123&Notes=next')
    assert.equal(next.status, 200)
  })

  test('whatever bytes arrive, the answer is below 500 and never JSON', async () => {
    const type = fc.constantFrom('application/json', 'text/xml', form['content-type'], 'x')
    const query = fc.webQueryParameters()
    const bytesOf = (text: string): Uint8Array => Buffer.from(text)
    const bytes = fc.oneof(fc.uint8Array(), fc.json().map(bytesOf), fc.string().map(bytesOf))
    await fc.assert(
      fc.asyncProperty(type, query, bytes, async (contentType, more, payload) => {
        for (const word of ['addcasenotes', 'token', 'services/demo/getreport']) {
          const reply = await stage.send({
            method: 'POST',
            // last, as it counts: the rest may name another account
            url: `/${word}?CaseId=700123&${more}&db=demo`,
            headers: { ...bearer, 'content-type': contentType },
            payload: Buffer.from(payload),
          })
          assert.ok(reply.statusCode < 500, String(reply.statusCode))
          assert.equal(reply.headers['content-type'], 'text/html;charset=UTF-8')
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('replies', () => {
  test('case details are named like a file, their errors as well', async () => {
    const path = '/getcasedetails?db=demo&ExternalId=1'
    const xml = await call('GET', path)
    assert.equal(xml.headers['content-disposition'], 'filename="output.xml"')
    assert.equal(xml.body, '<?xml version="1.0" encoding="UTF-8"?>\n<Cases>\n<A>1</A>\n</Cases>')
    const json = await call('GET', `${path}&format=Json`)
    assert.equal(json.headers['content-disposition'], 'filename="output.json"')
    assert.equal(json.body, '{"A": "1"}\n{"A": "2"}')
    const error = await call('GET', '/getcasedetails?db=demo')
    assert.equal(error.headers['content-disposition'], 'filename="output.xml"')
    assert.equal(error.status, 400)
  })

  test('a report is streamed as it is', async () => {
    const reply = await call('GET', '/getreport?db=demo&ReportId=1&Format=csv')
    assert.equal(reply.headers['content-type'], 'text/csv;charset=UTF-8')
    assert.equal(reply.headers['cache-control'], 'no-store')
    assert.equal(reply.body, 'a,b\r\n1,2\r\n')
  })

  test('a report that fails half-way breaks off and never ends cleanly', async () => {
    await assert.rejects(call('GET', '/getreport?db=demo&ReportId=broken'))
  })

  test('a failure of ours is 500 with the code of the service and nothing of the cause', async () => {
    const reply = await call('GET', '/getreport?db=demo&ReportId=fault')
    assert.equal(reply.status, 500)
    assert.equal(reply.headers['x-application-error-code'], '21099')
    assert.equal(reply.headers['x-application-error-info'], 'Unable to process request')
    assert.equal(reply.body, errorPage)
  })

  test('reports are not offered on the ordinary production host', async () => {
    const ask = (host: string) =>
      stage.send({ method: 'GET', url: '/getreport?ReportId=1', headers: { ...bearer, host } })
    assertError(await ask('demo.icasework.com'), 400, 21001)
    assert.equal((await ask('demoreports.icasework.com')).statusCode, 200)
  })
})

describe('the download of a document', () => {
  const path = '/servlet/servlets.getImg?ref=D9&bin=Y&auth=0&db=x1%3D&access_token='
  const tokenUntil = (expiresAt: string) => {
    const claims = { organisationId: stage.organisationId, reference: 'D40017' }
    return makeDownloadToken(downloadTokenKey(fixtureKey), claims, new Date(expiresAt))
  }
  const fetchWith = (token: string, host = 'demo.icasework.com', method: 'GET' | 'POST' = 'GET') =>
    stage.send({ method, url: path + token, headers: { host } })

  test('the token alone names it, whatever else the address says', async () => {
    const token = tokenUntil('2026-03-14T10:30:00Z')
    for (const host of ['demo.icasework.com', 'uat.icasework.com', 'nosuch.icasework.com', 'x']) {
      const reply = await fetchWith(token, host)
      assert.equal(reply.statusCode, 200)
      assert.equal(reply.headers['content-type'], 'application/pdf')
      assert.equal(reply.headers['x-content-type-options'], 'nosniff')
      assert.equal(reply.headers['content-security-policy'], "default-src 'none'; sandbox")
      assert.equal(reply.body, '%PDF of D40017')
      assert.match(String(reply.headers['content-disposition']), /^attachment; filename="/)
    }
  })

  test('a lapsed token and any other are refused', async () => {
    const lapsed = await fetchWith(tokenUntil('2026-03-14T09:30:00Z'))
    assertError(lapsed, 403, 21)
    assert.equal(lapsed.headers['x-application-error-info'], 'Invalid token (6)')
    assertError(await fetchWith(''), 403, 21)
    assertError(await fetchWith(bearer.authorization.slice('Bearer '.length)), 403, 21)
  })

  test('it is not offered on the host of reports, and only read', async () => {
    const token = tokenUntil('2026-03-14T10:30:00Z')
    assertError(await fetchWith(token, 'demoreports.icasework.com'), 400, 1)
    assertError(await fetchWith(token, 'demo.icasework.com', 'POST'), 400, 0)
  })
})
