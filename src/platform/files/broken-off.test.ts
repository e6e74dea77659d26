import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { allowed, download, limits } from '#test/download.ts'
import { drip, resetSoon, unmeasuredSite } from '#test/loopback-site.ts'
import { documentStore } from './document-store.ts'
import { receiveDocument } from './guarded-fetch.ts'

// shorter and longer than what is looked at to tell the type
const begins = ['a'.repeat(60), 'a'.repeat(20_000)]

test('a body that the end of its connection ends is a whole document', async (t) => {
  for (const begin of begins) {
    const site = await unmeasuredSite(t, begin, (socket) => socket.end('z'))
    assert.deepEqual(await download(site.origin), { kind: 'received', received: `${begin}z` })
  }
})

test('a body without announced length that the time limit ends is no document', async (t) => {
  for (const begin of begins) {
    const site = await unmeasuredSite(t, begin, drip)
    const outcome = await download(site.origin, { ...allowed, timeLimit: 300 })
    assert.ok(outcome.kind === 'failed', JSON.stringify(outcome))
    assert.equal(outcome.reason, 'too slow')
  }
})

test('a body without announced length whose fetching is stopped is no document', async (t) => {
  for (const begin of begins) {
    const site = await unmeasuredSite(t, begin, drip)
    const outcome = await download(site.origin, { ...allowed, signal: AbortSignal.timeout(300) })
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
    const outcome = await receiveDocument(site.origin, allowed, ({ content }) =>
      store.put(1, content, limits),
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
