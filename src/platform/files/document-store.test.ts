import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { test, type TestContext } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { ContentTooLarge, documentStore } from './document-store.ts'

const roomy = { maxBytes: 1_000_000 }
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')
const stream = (...chunks: string[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk)))

async function emptyDirectory(t: TestContext): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'documents-'))
  t.after(() => rm(directory, { recursive: true }))
  return directory
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

test('a document stored is read back as it was, whole and in part', async (t) => {
  const store = await documentStore(await emptyDirectory(t))
  const stored = await store.put(1, stream('a letter', ' to the council'), roomy)
  assert.deepEqual(stored, { hash: sha256('a letter to the council'), size: 23 })
  const read = async (range?: { first: number; last?: number }) => {
    const content = await store.open(1, stored.hash, range)
    assert.ok(content)
    return (await buffer(content)).toString()
  }
  assert.equal(await read(), 'a letter to the council')
  assert.equal(await read({ first: 2, last: 7 }), 'letter')
  assert.equal(await read({ first: 16 }), 'council')
  assert.ok(await store.has(1, stored.hash))
})

test('an empty document is a document', async (t) => {
  const store = await documentStore(await emptyDirectory(t))
  assert.deepEqual(await store.put(1, stream(), roomy), { hash: sha256(''), size: 0 })
  assert.ok(await store.has(1, sha256('')))
})

test('the same content twice is kept once, and by each organisation for itself', async (t) => {
  const directory = await emptyDirectory(t)
  const store = await documentStore(directory)
  const puts = [1, 1, 2].map((organisation) => store.put(organisation, stream('same'), roomy))
  const [first] = await Promise.all(puts)
  assert.ok(first)
  assert.equal((await filesBelow(directory)).length, 2)
  assert.ok(await store.remove(1, first.hash))
  assert.ok(!(await store.remove(1, first.hash)))
  assert.ok(!(await store.has(1, first.hash)))
  assert.equal(await store.open(1, first.hash), undefined)
  assert.ok(await store.has(2, first.hash))
  assert.ok(!(await store.has(3, first.hash)))
})

test('the documents of one organisation are listed with their sizes', async (t) => {
  const store = await documentStore(await emptyDirectory(t))
  for (const text of ['one', 'three', 'seven']) await store.put(1, stream(text), roomy)
  await store.put(2, stream('another’s'), roomy)
  const listed = await all(store.list(1))
  assert.deepEqual(
    new Map(listed.map(({ hash, size }) => [hash, size])),
    new Map(['one', 'three', 'seven'].map((text) => [sha256(text), text.length])),
  )
  assert.deepEqual(await all(store.list(9)), [])
})

test('a document over the limit is refused and nothing of it stays', async (t) => {
  const directory = await emptyDirectory(t)
  const store = await documentStore(directory)
  await store.put(1, stream('12345', '67890'), { maxBytes: 10 })
  const source = stream('12345', '67890', '1', 'never read')
  await assert.rejects(store.put(1, source, { maxBytes: 10 }), ContentTooLarge)
  assert.ok(source.destroyed)
  assert.equal((await filesBelow(directory)).length, 1)
})

test('a document whose sender breaks off is not stored', async (t) => {
  const directory = await emptyDirectory(t)
  const store = await documentStore(directory)
  const source = new Readable({ read() {} })
  source.push('half of it')
  setImmediate(() => source.destroy(new Error('line cut')))
  await assert.rejects(store.put(1, source, roomy), /line cut/)
  const closed = new Readable({ read() {} })
  closed.push('half of it')
  setImmediate(() => closed.destroy())
  await assert.rejects(store.put(1, closed, roomy), { code: 'ERR_STREAM_PREMATURE_CLOSE' })
  assert.deepEqual(await filesBelow(directory), [])
})

test('only the owner can read what is stored', async (t) => {
  const directory = await emptyDirectory(t)
  const store = await documentStore(directory)
  await store.put(1, stream('private'), roomy)
  for (const entry of [directory, ...(await readdir(directory, { recursive: true }))]) {
    const { mode } = await stat(entry === directory ? entry : join(directory, entry))
    assert.equal(mode & 0o077, 0, entry)
  }
})

test('neither a hash nor an organisation leads out of the directory', async (t) => {
  const store = await documentStore(await emptyDirectory(t))
  const hash = sha256('x')
  for (const wrong of ['../../etc/passwd', '', hash.toUpperCase(), `${hash}/..`, `${hash}\n`])
    await assert.rejects(store.has(1, wrong), RangeError)
  for (const wrong of [-1, 1.5, NaN, Infinity])
    await assert.rejects(store.open(wrong, hash), RangeError)
})

/** A process that stores zeros without end and says when the first megabytes are written. */
async function startEndlessWriter(t: TestContext, directory: string) {
  const program = `
    import { Readable } from 'node:stream'
    import { documentStore } from ${JSON.stringify(import.meta.resolve('./document-store.ts'))}
    const store = await documentStore(process.argv[1])
    const once = Readable.from([Buffer.from('a finished one')])
    const finished = await store.put(1, once, { maxBytes: 100 })
    async function* endless() {
      for (let i = 0; ; i++) {
        yield Buffer.alloc(65536)
        if (i === 40) process.stdout.write(finished.hash)
        if (i > 40) await new Promise((resolve) => setTimeout(resolve, 5))
      }
    }
    await store.put(1, Readable.from(endless()), { maxBytes: Infinity })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, directory])
  t.after(() => child.kill('SIGKILL'))
  const [hash] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, hash: hash.toString() }
}

test('a process killed while it stores leaves nothing to be seen, and the next start cleans up', async (t) => {
  const directory = await emptyDirectory(t)
  const { child, hash } = await startEndlessWriter(t, directory)

  const beside = await documentStore(directory)
  assert.equal(
    (await filesBelow(join(directory, 'unfinished'))).length,
    1,
    'a living one was swept',
  )

  child.kill('SIGKILL')
  await once(child, 'exit')
  assert.deepEqual(await all(beside.list(1)), [{ hash, size: 14 }])
  const [left] = await filesBelow(join(directory, 'unfinished'))
  assert.ok(left && (await stat(left)).size > 2_000_000)

  const next = await documentStore(directory)
  assert.deepEqual(await filesBelow(join(directory, 'unfinished')), [])
  const content = await next.open(1, hash)
  assert.ok(content)
  assert.equal((await buffer(content)).toString(), 'a finished one')
})

test('the unfinished file of another machine is left alone until it has been silent for an hour', async (t) => {
  const directory = await emptyDirectory(t)
  const store = await documentStore(directory)
  const foreign = join(directory, 'unfinished', 'elsewhere.1.2.abc')
  await writeFile(foreign, 'half')
  assert.equal(await store.sweep(), 0)
  const { mtimeMs } = await stat(foreign)
  const longAgo = (mtimeMs - 61 * 60_000) / 1000
  await utimes(foreign, longAgo, longAgo)
  assert.equal(await store.sweep(), 1)
  assert.deepEqual(await filesBelow(directory), [])
})

test('two hundred megabytes pass through without being held in memory', async (t) => {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  const held = () => {
    collectGarbage()
    const { external, heapUsed } = process.memoryUsage()
    return external + heapUsed
  }
  const store = await documentStore(await emptyDirectory(t))
  const before = held()
  let peak = 0
  async function* large() {
    for (let i = 0; i < 200; i++) {
      yield Buffer.alloc(1 << 20, i)
      if (i % 20 === 0) peak = Math.max(peak, held())
    }
  }
  const { size } = await store.put(1, Readable.from(large(), { objectMode: false }), {
    maxBytes: 200 << 20,
  })
  assert.equal(size, 200 << 20)
  assert.ok(peak - before < 50 << 20, `held ${(peak - before) >> 20} MB`)
})
