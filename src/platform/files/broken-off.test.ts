import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { drip, resetSoon, unmeasuredSite } from '#test/loopback-site.ts'
import { documentStore } from './document-store.ts'
import { receiveDocument, type FetchOptions } from './guarded-fetch.ts'

const options: FetchOptions = { timeLimit: 5000, maxBytes: 1_000_000, isAllowed: () => true }

const receive = (address: string, given = options) =>
  receiveDocument(address, given, ({ content }) => text(content))

// shorter and longer than what is looked at to tell the type
const begins = ['a'.repeat(60), 'a'.repeat(20_000)]

test('a body that the end of its connection ends is a whole document', async (t) => {
  for (const begin of begins) {
    const site = await unmeasuredSite(t, begin, (socket) => socket.end('z'))
    assert.deepEqual(await receive(site.origin), { kind: 'received', received: `${begin}z` })
  }
})

test('a body without announced length that the time limit ends is no document', async (t) => {
  for (const begin of begins) {
    const site = await unmeasuredSite(t, begin, drip)
    const outcome = await receive(site.origin, { ...options, timeLimit: 300 })
    assert.ok(outcome.kind === 'failed', JSON.stringify(outcome))
    assert.equal(outcome.reason, 'too slow')
  }
})

test('a body without announced length whose fetching is stopped is no document', async (t) => {
  for (const begin of begins) {
    const site = await unmeasuredSite(t, begin, drip)
    const outcome = await receive(site.origin, { ...options, signal: AbortSignal.timeout(300) })
    assert.ok(outcome.kind === 'failed', JSON.stringify(outcome))
    assert.equal(outcome.reason, 'stopped')
  }
})

test('a body without announced length that a reset cuts is no document', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'broken-off-'))
  t.after(() => rm(directory, { recursive: true }))
  const store = await documentStore(directory)
  for (const begin of begins) {
    const site = await unmeasuredSite(t, begin, resetSoon)
    const outcome = await receiveDocument(site.origin, options, ({ content }) =>
      store.put(1, content, options),
    )
    assert.ok(outcome.kind === 'failed', JSON.stringify(outcome))
    assert.equal(outcome.reason, 'broken off')
  }
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  assert.deepEqual(
    entries.filter((entry) => entry.isFile()),
    [],
  )
})
