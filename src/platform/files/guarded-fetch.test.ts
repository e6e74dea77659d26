import assert from 'node:assert/strict'
import { createServer as createNetServer } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { allowed, download, limits, trouble } from '#test/download.ts'
import { listenOnLoopback, loopbackSite } from '#test/loopback-site.ts'
import { fetchDocument } from './guarded-fetch.ts'

test('a document of an allowed host is fetched with the exact address and nothing that identifies us further', async (t) => {
  const site = await loopbackSite(t, (_request, response) => {
    response.setHeader('content-type', 'application/octet-stream')
    response.end('%PDF-1.7 and so on')
  })
  const target = "/a/../b%20c.pdf?sig=a+b%2F'|{}&empty=&&t=%zz"
  const asked: [string, number][] = []
  const isAllowed = (host: string, port: number) => asked.push([host, port]) > 0
  const outcome = await fetchDocument(`${site.origin}${target}#page=3`, { ...limits, isAllowed })
  assert.ok(outcome.kind === 'fetched')
  assert.equal(outcome.mediaType, 'application/pdf')
  assert.equal(outcome.declaredType, 'application/octet-stream')
  assert.equal(outcome.declaredSize, 18)
  assert.equal((await buffer(outcome.content)).toString(), '%PDF-1.7 and so on')
  assert.deepEqual(asked, [['127.0.0.1', site.port]])
  const [request] = site.asked
  assert.equal(request?.method, 'GET')
  assert.equal(request?.url, target)
  assert.deepEqual(request?.headers, {
    host: `127.0.0.1:${site.port}`,
    accept: '*/*',
    'accept-encoding': 'identity',
    'user-agent': 'Casewright',
    connection: 'close',
  })
})

test('private addresses are refused in every spelling and nobody is asked', async (t) => {
  const site = await loopbackSite(t, (_request, response) => response.end('secret'))
  const { port } = site
  const cases: Record<string, string> = {
    [`http://127.0.0.1:${port}/`]: 'not public',
    [`http://localhost:${port}/`]: 'not public',
    [`http://[::1]:${port}/`]: 'not public',
    [`http://[::ffff:127.0.0.1]:${port}/`]: 'not public',
    [`http://0.0.0.0:${port}/`]: 'not public',
    'http://169.254.169.254/latest/meta-data': 'not public',
    'http://10.1.2.3/': 'not public',
    [`http://2130706433:${port}/`]: 'spelling',
    [`http://0x7f.1:${port}/`]: 'spelling',
    [`http://0177.0.0.1:${port}/`]: 'spelling',
    [`http://localhost.:${port}/`]: 'spelling',
    [`http://user@127.0.0.1:${port}/`]: 'credentials',
    'file:///etc/passwd': 'not an address',
    'ftp://127.0.0.1/a': 'scheme',
    '/etc/passwd': 'not an address',
  }
  for (const [address, reason] of Object.entries(cases)) {
    const outcome = await trouble(address, limits)
    assert.deepEqual([outcome.kind, outcome.reason], ['refused', reason], address)
    assert.match(outcome.detail, /^[A-Z\d[l].*\.$/)
  }
  assert.equal(site.asked.length, 0)
})

test('a public host is not asked on a port that is not one of the web', async () => {
  const lookup = async () => ['8.8.8.8']
  const outcome = await trouble('http://mail.example:25/', { ...limits, lookup })
  assert.deepEqual([outcome.kind, outcome.reason], ['refused', 'port'])
})

test('a name with one private address among public ones is refused', async () => {
  const lookup = async () => ['8.8.8.8', 'fd00::1']
  const outcome = await trouble('http://files.example/', { ...limits, lookup })
  assert.equal(outcome.reason, 'not public')
  assert.match(outcome.detail, /^files\.example is not on the public internet \(private\)/)
})

test('a name that changes its address between check and connection gains nothing', async (t) => {
  const site = await loopbackSite(t, (_request, response) => response.end('from the first address'))
  let lookups = 0
  // The first answer is where the site is; a second look-up, by the connection, would lead to nobody.
  const lookup = async () => [++lookups === 1 ? '127.0.0.1' : '127.0.0.99']
  const address = `http://rebinding.example:${site.port}/`
  const outcome = await download(address, { ...allowed, lookup })
  assert.deepEqual(outcome, { kind: 'received', received: 'from the first address' })
  assert.equal(lookups, 1)
  assert.equal(site.asked[0]?.headers.host, `rebinding.example:${site.port}`)
})

test('each hop of a redirect is looked up and checked anew', async (t) => {
  const inner = await loopbackSite(t, (_request, response) => response.end('internal page'))
  const outer = await loopbackSite(t, (_request, response) => {
    response.writeHead(302, { location: `${inner.origin}/admin` }).end()
  })
  const onlyOuter = { ...limits, isAllowed: (_host: string, port: number) => port === outer.port }
  const outcome = await trouble(`${outer.origin}/`, onlyOuter)
  assert.deepEqual([outcome.kind, outcome.reason], ['refused', 'not public'])
  assert.equal(inner.asked.length, 0)

  const answers = ['127.0.0.1', '10.0.0.1']
  const lookup = async () => [answers.shift() ?? assert.fail('looked up a third time')]
  let checks = 0
  const isAllowed = () => ++checks === 1
  const sameName = await loopbackSite(t, (_request, response) => {
    response.writeHead(307, { location: '/again' }).end()
  })
  const address = `http://name.example:${sameName.port}/`
  assert.equal((await trouble(address, { ...limits, isAllowed, lookup })).reason, 'not public')
  assert.equal(sameName.asked.length, 1)
})

test('five redirects are followed, six are not, and none to another scheme', async (t) => {
  const site = await loopbackSite(t, (request, response) => {
    const left = Number(request.url?.slice(1))
    if (Number.isNaN(left)) response.writeHead(301, { location: 'file:///etc/passwd' }).end()
    else if (left === 0) response.end('arrived')
    else response.writeHead([301, 302, 303, 307, 308][left % 5]!, { location: `${left - 1}` }).end()
  })
  assert.deepEqual(await download(`${site.origin}/5`, allowed), {
    kind: 'received',
    received: 'arrived',
  })
  assert.equal((await trouble(`${site.origin}/6`, allowed)).reason, 'redirects')
  assert.equal((await trouble(`${site.origin}/file`, allowed)).kind, 'refused')
})

test('an answer that is not the document is a failure that names the host', async (t) => {
  const site = await loopbackSite(t, (request, response) => {
    response.writeHead(Number(request.url?.slice(1))).end('an error page')
  })
  for (const status of [204, 206, 301, 304, 401, 403, 404, 500, 503]) {
    const outcome = await trouble(`${site.origin}/${status}`, allowed)
    assert.deepEqual([outcome.kind, outcome.reason], ['failed', 'status'])
    assert.equal(outcome.detail, `127.0.0.1 answered ${status} instead of sending the document.`)
  }
})

test('hosts that do not exist, do not listen or do not speak HTTP are failures', async (t) => {
  const free = createNetServer()
  const port = await listenOnLoopback(t, free)
  free.close()
  const chatty = await listenOnLoopback(
    t,
    createNetServer((socket) => socket.end('220 mail ready\r\n')),
  )
  const silent = await listenOnLoopback(
    t,
    createNetServer((socket) => socket.on('error', () => {}).end()),
  )
  const lookup = async () => {
    throw new Error('ENOTFOUND')
  }
  assert.equal((await trouble(`http://127.0.0.1:${port}/`, allowed)).reason, 'not reached')
  assert.equal((await trouble(`http://127.0.0.1:${chatty}/`, allowed)).reason, 'not http')
  assert.equal((await trouble(`https://127.0.0.1:${chatty}/`, allowed)).reason, 'certificate')
  assert.equal((await trouble(`http://127.0.0.1:${silent}/`, allowed)).reason, 'not reached')
  assert.equal(
    (await trouble('http://nowhere.example/', { ...allowed, lookup })).reason,
    'name not found',
  )
  assert.equal(
    (await trouble('http://nowhere.example/', { ...allowed, lookup: async () => [] })).reason,
    'name not found',
  )
})
