import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { errorPage } from '#api/answering/error-page.ts'
import { contractStage, serviceWords, type ContractStage } from '#test/contract-stage.ts'
import { pairs } from '#test/fixture.ts'
import { readXml } from '#test/read-xml.ts'

let stage: ContractStage
before(async () => {
  stage = await contractStage()
})
after(() => stage.close())

const words = ['token', ...serviceWords, 'servlet/servlets.getImg'] as const
const methods = fc.constantFrom('POST', 'GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD')
const mediaTypes = fc.constantFrom(
  'application/x-www-form-urlencoded',
  'application/json',
  'text/xml',
  'application/xml; charset=utf-8',
  'multipart/form-data; boundary=x',
  'application/vnd.x+json',
  'nonsense',
  '',
)
const bytesOf = (text: string): Uint8Array => Buffer.from(text)
const names = fc.constantFrom('CaseId', 'ExternalId', 'Type', 'Id', 'ReportId', 'Notes', 'Format')
const forms = fc
  .array(fc.tuple(names, fc.oneof(fc.string({ unit: 'binary' }), fc.constant('700123'))))
  .map((fields) => new URLSearchParams(fields).toString())
const payloads = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.json().map(bytesOf),
  forms.map(bytesOf),
  fc.string({ unit: 'binary' }).map((text) => bytesOf(`<a><CaseId>${text}</CaseId></a>`)),
)
const credentials = fc.constantFrom('none', 'bearer', 'bad bearer', 'bad signature')
const hosts = fc.constantFrom(
  'localhost',
  'uat.icasework.com',
  'demo.icasework.com',
  'demoreports.icasework.com',
  'demoportal.icasework.com',
  'nosuch.icasework.com',
  '[::1]:8080',
)

function withCredentials(kind: string): { query: string; headers: Record<string, string> } {
  if (kind === 'bearer') return { query: '', headers: { authorization: stage.bearer } }
  if (kind === 'bad bearer') return { query: '&access_token=None', headers: {} }
  if (kind === 'none') return { query: '', headers: {} }
  return { query: `&Key=${pairs.open.key}&Signature=00`, headers: {} }
}

test('what is an error page is no XML', () => {
  assert.throws(() => readXml(errorPage))
})

test('whatever arrives, at whatever service: an answer below 500, soon, no redirect, errors as the page', async () => {
  const call = fc.record({
    word: fc.constantFrom(...words),
    method: methods,
    mediaType: mediaTypes,
    query: fc.webQueryParameters(),
    payload: payloads,
    kind: credentials,
    host: hosts,
  })
  await fc.assert(
    fc.asyncProperty(call, async ({ word, method, mediaType, query, payload, kind, host }) => {
      const { query: key, headers } = withCredentials(kind)
      const started = performance.now()
      const reply = await stage.send({
        method: method as 'POST',
        url: `/${word}?db=demo${key}&${query}`,
        headers: { host, ...headers, 'content-type': mediaType },
        payload: Buffer.from(payload),
      })
      assert.ok(performance.now() - started < 1000, 'within a second')
      assert.ok(reply.statusCode < 500, `${reply.statusCode} ${reply.body}`)
      assert.ok(reply.statusCode < 300 || reply.statusCode >= 400, 'no redirect')
      if (reply.statusCode === 200) return
      assert.equal(reply.headers['content-type'], 'text/html;charset=UTF-8')
      assert.equal(reply.body, method === 'HEAD' ? '' : errorPage)
      assert.match(String(reply.headers['x-application-error-code']), /^\d+$/)
      assert.match(String(reply.headers['x-application-error-info']), /^[\x20-\x7e]+$/)
    }),
    { numRuns: 400 },
  )
})
