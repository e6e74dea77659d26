import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, before, describe, test } from 'node:test'
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { readConfig } from '#config'
import { operations as noteOperations } from '#domain/notes/index.ts'
import { silentLog } from '#platform/log.ts'
import { createServer } from '#server'
import { apiStage, form, signed, type ApiStage } from '#test/api-stage.ts'

const makeServer = () =>
  createServer({ config: readConfig({}), log: silentLog, isReady: async () => true })

/** Takes its time, so that more can arrive before it is answered. */
const addSlow = (server: FastifyInstance) =>
  server.get('/slow', () => setTimeout(50, { status: 'slow' }))

const connectTo = async ({ server }: FastifyInstance): Promise<Socket> => {
  const socket = connect((server.address() as AddressInfo).port)
  await once(socket, 'connect')
  return socket
}

const server = makeServer()
let stage: ApiStage
before(async () => {
  addSlow(server)
  server.post('/form', async ({ body }) => body)
  server.setNotFoundHandler((_, reply) => reply.code(404).send('a page of the web'))
  stage = await apiStage(noteOperations, { server })
  await server.listen({ port: 0, host: '127.0.0.1' })
})
after(() => stage.close())

/** All that comes back, over a real connection, until the server closes it. */
async function answerTo(sent: string, { isEnded = false } = {}): Promise<string> {
  const socket = await connectTo(server)
  if (isEnded) socket.end(sent)
  else socket.write(sent)
  const unanswered = globalThis.setTimeout(() => socket.destroy(new Error('no answer')), 60_000)
  const answer = await text(socket)
  clearTimeout(unanswered)
  return answer
}

function assertPage(answer: string, status: number, code: number): void {
  assert.ok(answer.startsWith(`HTTP/1.1 ${status} `), answer)
  assert.match(answer, new RegExp(`x-application-error-code: ${code}\\r\\n`, 'i'))
  assert.match(answer, /x-application-error-info: [A-Z]/i)
  assert.match(answer, /cache-control: no-store\r\n/i)
  assert.match(answer, /<h1>Error Page<\/h1>/)
  assert.equal(answer.match(/HTTP\/1/g)?.length, 1)
}

const close = 'Host: demo\r\nConnection: close\r\n\r\n'
describe('what is no request that can be answered', () => {
  for (const [what, sent, status, code] of [
    ['an address that cannot be read', `GET /%ff?Surname=Bell HTTP/1.1\r\n${close}`, 404, 1],
    ['a method that does not exist', `FOO /createcase HTTP/1.1\r\n${close}`, 400, 0],
    ['a tunnel', `CONNECT zz:443 HTTP/1.1\r\n${close}`, 400, 0],
    ['a header that is none', 'GET /createcase HTTP/1.1\r\nBell zz\r\n\r\n', 400, 97],
    ['too long a head', `GET /${'y'.repeat(200_000)} HTTP/1.1\r\n${close}`, 431, 97],
    ['no host', 'POST /createcase?Surname=Bell HTTP/1.1\r\nContent-Length: 2\r\n\r\nzz', 400, 97],
    ['two hosts', `GET /createcase HTTP/1.1\r\nHost: zz\r\n${close}`, 400, 97],
    [
      'an expectation that nobody meets',
      `POST /createcase HTTP/1.1\r\nExpect: zz\r\nContent-Length: 2\r\n${close}`,
      417,
      97,
    ],
    ['no address, but a star', `OPTIONS * HTTP/1.1\r\n${close}`, 404, 1],
  ] as const) {
    test(`${what} is answered with the page of every error, and nothing of it comes back`, async () => {
      const answer = await answerTo(sent)
      assertPage(answer, status, code)
      assert.doesNotMatch(answer, /Bell|zz|yyy|FOO/)
    })
  }

  test('what was asked before it is answered first', async () => {
    const answer = await answerTo('GET /slow HTTP/1.1\r\nHost: demo\r\n\r\nBell\r\n\r\nzz')
    const [first = '', second = ''] = answer.split(/(?<=slow"\})/)
    assert.match(first, /^HTTP\/1.1 200 OK\r\n/)
    assertPage(second, 400, 0)
  })

  test('a caller of HTTP 1.0 need name no host', async () => {
    assert.match(await answerTo('GET /health/live HTTP/1.0\r\n\r\n'), /^HTTP\/1.1 200 OK/)
  })

  test('a caller that waits to be told to continue is told so', async () => {
    const head = `POST /form HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 4\r\nContent-Type: text/plain\r\n`
    const answer = await answerTo(`${head}${close}zeal`)
    assert.match(answer, /^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200 OK[^]*zeal$/)
  })
})

describe('a body that breaks off', () => {
  const wrong = signed({ CaseId: '1' })
  const post = (query: string, type: string) =>
    `POST /addcasenotes?db=demo&${query} HTTP/1.1\r\nHost: demo\r\nContent-Type: ${type}\r\n`
  const chunked = 'Transfer-Encoding: chunked\r\n\r\n'
  const fields = signed({ CaseId: '700123' })

  for (const [what, rest, options] of [
    ['in a broken chunk', `${chunked}7\r\nNotes=x\r\nzz\r\n`, {}],
    ['by an early end', 'Content-Length: 20\r\n\r\nNotes=x', { isEnded: true }],
    ['by an early end between chunks', `${chunked}7\r\nNotes=x\r\n`, { isEnded: true }],
  ] as const) {
    test(`${what} is answered by its service, in the order of checks, and nothing is done`, async () => {
      const before = await stage.notesWith('x')
      const type = form['content-type']
      assertPage(await answerTo(post(fields, type) + rest, options), 400, 12097)
      assertPage(await answerTo(post(`${wrong}0`, type) + rest, options), 403, 12021)
      assertPage(await answerTo(post(fields, 'text/xml') + rest, options), 400, 12097)
      assert.equal(await stage.notesWith('x'), before)
    })

    test(`${what} is no form of the web`, async () => {
      const head = 'POST /form HTTP/1.1\r\nHost: demo\r\nContent-Type: text/plain\r\n'
      assert.match(await answerTo(head + rest, options), /^HTTP\/1.1 400 /)
    })
  }

  test('later than its head, and after another call', async () => {
    const socket = await connectTo(server)
    socket.write('GET /slow HTTP/1.1\r\nHost: demo\r\n\r\n')
    await setTimeout(10)
    socket.write(post(fields, 'text/xml') + chunked)
    await setTimeout(10)
    socket.write('3\r\n<a>\r\nzz')
    socket.write('more of it')
    const [first = '', second = ''] = (await text(socket)).split(/(?<=slow"\})/)
    assert.match(first, /^HTTP\/1.1 200 OK\r\n/)
    assertPage(second, 400, 12097)
  })

  test('a caller that closes its half once it has sent all is answered', async () => {
    const call = `GET /slow HTTP/1.1\r\n${close}`
    assert.match(await answerTo(call, { isEnded: true }), /^HTTP\/1.1 200 OK[^]*slow/)
  })
})

describe('addresses', () => {
  test('may be given whole, and then name the host', async () => {
    const query = signed({ CaseId: '700123', Notes: 'whole' })
    const called = (target: string, host: string) =>
      answerTo(`POST ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    for (const start of ['http://x', 'HTTPS://x:8443', 'http://who:what@x'])
      assert.match(await called(`${start}/addcasenotes?db=demo&${query}`, 'x'), /^HTTP\/1.1 200 OK/)
    const demo = `http://demo.icasework.com/addcasenotes?${query}`
    assert.match(await called(demo, 'other.icasework.com'), /^HTTP\/1.1 200 OK/)
    assertPage(await called('http://x?db=demo', 'x'), 404, 1)
  })

  const page = 'Accept: text/html\r\n'
  for (const path of [
    '/addcasenotes/x',
    '//addcasenotes',
    '/addcasenotes//',
    '/Token/1/2/3',
    '/services',
    '/services/demo',
    '/services/demo/addcasenotes/x',
    '/services/demo/nosuch',
  ]) {
    test(`${path} is no service, whoever asks`, async () => {
      for (const accept of ['', page])
        assertPage(await answerTo(`POST ${path} HTTP/1.1\r\n${accept}${close}`), 404, 1)
    })
  }

  test('of which the web has none are told of by the web to people', async () => {
    for (const path of ['/nosuch', '/nosuch/addcasenotes', '/download', '/']) {
      const answer = await answerTo(`GET ${path} HTTP/1.1\r\n${page}${close}`)
      assert.match(answer, /^HTTP\/1.1 404 [^]*a page of the web$/)
      assert.doesNotMatch(answer, /x-application-error/i)
      assertPage(await answerTo(`GET ${path} HTTP/1.1\r\n${close}`), 404, 1)
    }
  })
})

test('a call that has arrived when the server is told to stop is answered', async () => {
  const stopping = makeServer()
  addSlow(stopping)
  await stopping.listen({ port: 0, host: '127.0.0.1' })
  const socket = await connectTo(stopping)
  socket.write('GET /health/live HTTP/1.1\r\nHost: demo\r\n\r\n')
  await once(socket, 'data')
  socket.write('GET /slow HTTP/1.1\r\nHost: demo\r\n\r\n')
  const stopped = stopping.close()
  assert.match(await text(socket), /^HTTP\/1.1 200 OK[^]*slow/)
  await stopped
})

test('a connection may be silent for longer than any call takes, but not for ever', () => {
  const longestCall = readConfig({ CASEWRIGHT_DOCUMENT_CALL_SECONDS: '300' }).documentCallSeconds
  assert.throws(() => readConfig({ CASEWRIGHT_DOCUMENT_CALL_SECONDS: `${longestCall + 1}` }))
  assert.ok(server.server.timeout > longestCall * 1000)
})

test('a call that fetches documents for as long as it may is answered before the server ends', async (t) => {
  const stopping = makeServer()
  const { promise: fetched, resolve: fetch } = Promise.withResolvers<string>()
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>()
  stopping.get('/fetching', () => {
    arrive()
    return fetched
  })
  await stopping.listen({ port: 0, host: '127.0.0.1' })
  const socket = await connectTo(stopping)
  socket.write('GET /fetching HTTP/1.1\r\nHost: demo\r\n\r\n')
  await arrived
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const stopped = stopping.close()
  while (stopping.server.listening) await setImmediate()
  t.mock.timers.tick(readConfig({}).documentCallSeconds * 1000)
  fetch('the documents')
  assert.match(await text(socket), /^HTTP\/1.1 200 OK[^]*the documents$/)
  await stopped
})
