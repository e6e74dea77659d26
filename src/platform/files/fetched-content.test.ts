import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { allowed, download, limits, trouble } from '#test/download.ts'
import { loopbackSite } from '#test/loopback-site.ts'
import { until } from '#test/until.ts'
import { documentStore } from './document-store.ts'
import { fetchDocument, receiveDocument } from './guarded-fetch.ts'

test('a document is refused once it is over the limit, announced or not', async (t) => {
  const site = await loopbackSite(t, (request, response) => {
    if (request.url === '/announced') response.setHeader('content-length', 11)
    response.write('12345')
    response.end('67890'.concat(request.url === '/fits' ? '' : '1'))
  })
  const options = { ...allowed, maxBytes: 10 }
  assert.deepEqual(await download(`${site.origin}/fits`, options), {
    kind: 'received',
    received: '1234567890',
  })
  for (const path of ['/announced', '/chunked']) {
    const outcome = await trouble(`${site.origin}${path}`, options)
    assert.deepEqual([outcome.kind, outcome.reason], ['refused', 'too large'])
    assert.equal(outcome.detail, 'The document has more than 1 KB.')
  }
})

test('a document of a type that is not accepted is refused, whatever the server calls it', async (t) => {
  const site = await loopbackSite(t, (_request, response) => {
    response.setHeader('content-type', 'application/pdf')
    response.end('<html><script>')
  })
  const options = { ...allowed, mediaTypes: ['application/pdf', 'image/png'] }
  assert.equal((await trouble(site.origin, options)).reason, 'media type')
  const outcome = await download(site.origin, { ...options, mediaTypes: ['Text/HTML; charset=x'] })
  assert.equal(outcome.kind, 'received')
})

test('servers that send nothing, or a little at a time, are given up at the time limit', async (t) => {
  const site = await loopbackSite(t, (request, response) => {
    if (request.url === '/silent') return
    response.write('a'.repeat(10_000))
    const drip = setInterval(() => response.write('.'), 20)
    response.on('close', () => clearInterval(drip))
  })
  const begun = performance.now()
  const never = { ...allowed, lookup: () => new Promise<never>(() => {}) }
  const outcomes = await Promise.all([
    trouble(`${site.origin}/silent`, { ...allowed, timeLimit: 300 }),
    trouble(`${site.origin}/drip`, { ...allowed, timeLimit: 300 }),
    trouble('http://slow-names.example/', { ...never, timeLimit: 300 }),
  ])
  for (const outcome of outcomes) {
    assert.deepEqual([outcome.kind, outcome.reason], ['failed', 'too slow'])
    assert.equal(outcome.detail, 'The document did not arrive within 1 second.')
  }
  assert.ok(performance.now() - begun < 60_000)
})

test('an attempt can be stopped before and while the document arrives', async (t) => {
  const site = await loopbackSite(
    t,
    (_request, response) => void response.write('a'.repeat(10_000)),
  )
  const stop = new AbortController()
  const outcome = trouble(site.origin, { ...allowed, signal: stop.signal })
  setTimeout(() => stop.abort(), 100)
  assert.equal((await outcome).reason, 'stopped')
  assert.equal((await trouble(site.origin, { ...allowed, signal: stop.signal })).reason, 'stopped')
})

test('a packed answer is unpacked, within the limit, or named as what cannot be unpacked', async (t) => {
  const text = 'the same line again\n'.repeat(1000)
  const bomb = gzipSync(Buffer.alloc(50_000_000))
  const answers: Record<string, readonly [encoding: string, body: Buffer]> = {
    '/gzip': ['gzip', gzipSync(text)],
    '/deflate': ['deflate', deflateSync(text)],
    '/br': ['br', brotliCompressSync(text)],
    '/bomb': ['gzip', bomb],
    '/cut': ['gzip', gzipSync(text).subarray(0, -20)],
    '/false': ['gzip', Buffer.from(text)],
    '/brfalse': ['br', Buffer.from(text)],
    '/unknown': ['constructor', Buffer.from(text)],
    '/twice': ['gzip, gzip', gzipSync(gzipSync(text))],
  }
  const site = await loopbackSite(t, (request, response) => {
    const [encoding = '', body = ''] = answers[request.url ?? ''] ?? []
    response.writeHead(200, { 'content-encoding': encoding }).end(body)
  })
  for (const path of ['/gzip', '/deflate', '/br'])
    assert.deepEqual(await download(site.origin + path, allowed), {
      kind: 'received',
      received: text,
    })
  const reasons: Record<string, string> = {
    '/bomb': 'too large',
    '/cut': 'broken off',
    '/false': 'encoding',
    '/brfalse': 'encoding',
    '/unknown': 'encoding',
    '/twice': 'encoding',
  }
  for (const [path, reason] of Object.entries(reasons))
    assert.equal((await trouble(site.origin + path, allowed)).reason, reason, path)
})

test('a document whose connection breaks off is not stored', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'fetched-'))
  t.after(() => rm(directory, { recursive: true }))
  const store = await documentStore(directory)
  const site = await loopbackSite(t, (request, response) => {
    if (request.url === '/announced') response.setHeader('content-length', 1_000_000)
    response.write('a'.repeat(20_000), () => setTimeout(() => response.destroy(), 50))
  })
  for (const path of ['/announced', '/chunked']) {
    const outcome = await receiveDocument(site.origin + path, allowed, ({ content }) =>
      store.put(1, content, limits),
    )
    assert.ok(outcome.kind === 'failed')
    assert.equal(outcome.reason, 'broken off')
  }
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  assert.deepEqual(
    entries.filter((entry) => entry.isFile()),
    [],
  )
})

test('our own faults while a document is received are not put down to the sender', async (t) => {
  const site = await loopbackSite(t, (_request, response) => response.end('fine'))
  const full = receiveDocument(site.origin, allowed, async () => {
    throw new Error('ENOSPC')
  })
  await assert.rejects(full, /ENOSPC/)
  const broken = { ...limits, isAllowed: () => Promise.reject(new Error('database gone')) }
  await assert.rejects(fetchDocument(site.origin, broken), /database gone/)
})

test('content that nobody reads does no harm, and giving it up ends the connection', async (t) => {
  let open = 0
  const site = await loopbackSite(t, (request, response) => {
    open++
    request.socket.once('close', () => open--)
    response.write('a'.repeat(10_000))
  })
  const unread = await fetchDocument(site.origin, { ...allowed, timeLimit: 200 })
  const givenUp = await fetchDocument(site.origin, allowed)
  assert.ok(unread.kind === 'fetched' && givenUp.kind === 'fetched')
  givenUp.content.destroy()
  await until(() => open === 0, 'both connections are closed')
  await assert.rejects(buffer(unread.content), /did not arrive within/)
})

test('two hundred megabytes go from the sender to the store without being held in memory', async (t) => {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  const held = () => {
    collectGarbage()
    const { external, heapUsed } = process.memoryUsage()
    return external + heapUsed
  }
  const directory = await mkdtemp(join(tmpdir(), 'fetched-'))
  t.after(() => rm(directory, { recursive: true }))
  const store = await documentStore(directory)
  const before = held()
  let peak = 0
  const site = await loopbackSite(t, async (_request, response) => {
    for (let i = 0; i < 200; i++) {
      if (!response.write(Buffer.alloc(1 << 20, i))) await once(response, 'drain')
      if (i % 20 === 0) peak = Math.max(peak, held())
    }
    response.end()
  })
  const options = { ...allowed, timeLimit: 60_000, maxBytes: 200 << 20 }
  const outcome = await receiveDocument(site.origin, options, ({ content }) =>
    store.put(1, content, options),
  )
  assert.ok(outcome.kind === 'received', JSON.stringify(outcome))
  assert.equal(outcome.received.size, 200 << 20)
  assert.ok(peak - before < 50 << 20, `held ${(peak - before) >> 20} MB`)
})
