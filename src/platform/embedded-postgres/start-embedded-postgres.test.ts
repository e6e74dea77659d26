import assert from 'node:assert/strict'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Client } from 'pg'
import { findRunningPostgres, PostgresUnavailable, startEmbeddedPostgres } from './index.ts'

const home = mkdtempSync(join(tmpdir(), 'embedded-'))
chmodSync(home, 0o755)
after(() => rmSync(home, { recursive: true, force: true }))

async function ask(host: string, text: string): Promise<unknown> {
  const client = new Client({ host, user: 'postgres', database: 'postgres' })
  await client.connect()
  try {
    const { rows } = await client.query({ text, rowMode: 'array' })
    return rows[0]?.[0]
  } finally {
    await client.end()
  }
}

test('the first start makes a database, and the next one finds what was kept in it', async () => {
  const directory = join(home, 'first/postgres')
  const first = await startEmbeddedPostgres({ directory })
  await ask(first.socketDirectory, 'create table kept as select 42 as answer')
  assert.equal(first.superuser, 'postgres')
  assert.equal(statSync(first.socketDirectory).mode & 0o777, 0o700)
  assert.equal(statSync(directory).mode & 0o777, 0o700)
  await first.stop()
  await first.ended
  const again = await startEmbeddedPostgres({ directory })
  assert.equal(await ask(again.socketDirectory, 'select answer from kept'), 42)
  await again.stop()
  assert.deepEqual(
    readdirSync(join(home, 'first')).filter((name) => name.includes('unfinished')),
    [],
  )
})

test('commits are durable, and only a test may have it otherwise', async () => {
  const directory = join(home, 'first/postgres')
  const durable = await startEmbeddedPostgres({ directory })
  const values = ['fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'jit']
  const show = async (host: string) =>
    Promise.all(values.map((name) => ask(host, `select current_setting('${name}')`)))
  assert.deepEqual(await show(durable.socketDirectory), ['on', 'on', 'on', '', 'off'])
  await durable.stop()
  const settings = { work_mem: '7MB' }
  const fast = await startEmbeddedPostgres({ directory, isDurable: false, settings })
  assert.deepEqual(await show(fast.socketDirectory), ['off', 'off', 'off', '', 'off'])
  assert.equal(await ask(fast.socketDirectory, "select current_setting('work_mem')"), '7MB')
  await fast.stop()
})

test('a second start is refused in words, and a command may join the first instead', async () => {
  const directory = join(home, 'first/postgres')
  assert.equal(findRunningPostgres(directory), undefined)
  const first = await startEmbeddedPostgres({ directory, isDurable: false })
  const { socketDirectory, pid } = first
  assert.deepEqual(findRunningPostgres(directory), { socketDirectory, superuser: 'postgres', pid })
  await assert.rejects(startEmbeddedPostgres({ directory }), (error) => {
    assert.ok(error instanceof PostgresUnavailable)
    assert.match(error.message, new RegExp(`is in use by process ${process.pid} since 20`))
    return true
  })
  assert.equal(await ask(socketDirectory, 'select 1'), 1)
  await first.stop()
  assert.equal(findRunningPostgres(directory), undefined)
})

test('where the path is too long for a socket, the socket lies in the temporary folder until the stop', async () => {
  const directory = join(home, 'a-rather-long-name-'.repeat(8), 'postgres')
  const server = await startEmbeddedPostgres({ directory, isDurable: false })
  assert.ok(server.socketDirectory.startsWith(tmpdir()))
  assert.equal(await ask(server.socketDirectory, 'select 1'), 1)
  await server.stop()
  assert.equal(existsSync(server.socketDirectory), false)
})

test('below a directory that only its owner may enter, the server runs all the same', async () => {
  const closed = join(home, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  const server = await startEmbeddedPostgres({
    directory: join(closed, 'postgres'),
    isDurable: false,
  })
  assert.equal(await ask(server.socketDirectory, 'select 1'), 1)
  if (process.getuid?.() === 0) assert.equal(server.runsAs, 'a user namespace')
  await server.stop()
})

const isRoot = process.getuid?.() === 0

test('root may work below a home that only its owner may enter', { skip: !isRoot }, async () => {
  const somebody = { uid: 54_321, gid: 54_321 }
  const closed = join(home, 'somebody')
  mkdirSync(closed, { mode: 0o700 })
  chownSync(closed, somebody.uid, somebody.gid)
  const directory = join(closed, 'data/postgres')
  const server = await startEmbeddedPostgres({ directory, isDurable: false })
  assert.equal(server.runsAs, 'user 54321')
  assert.equal(await ask(server.socketDirectory, 'select 1'), 1)
  await server.stop()
})

test('a directory of other files, or of another PostgreSQL, is refused and left alone', async () => {
  const strange = join(home, 'strange')
  mkdirSync(strange)
  writeFileSync(join(strange, 'letter.txt'), 'Dear Sir')
  await assert.rejects(
    startEmbeddedPostgres({ directory: strange }),
    /holds files but no PostgreSQL/,
  )
  writeFileSync(join(strange, 'PG_VERSION'), '15\n')
  await assert.rejects(startEmbeddedPostgres({ directory: strange }), /made by PostgreSQL 15/)
  assert.deepEqual(readdirSync(strange), ['PG_VERSION', 'letter.txt'])
})

test('the server sees none of this process’s secrets, and its errors do not enter the log', async () => {
  const lines: string[] = []
  process.env['PGPORT'] = '6000'
  const directory = join(home, 'first/postgres')
  const server = await startEmbeddedPostgres({
    directory,
    isDurable: false,
    log: (line) => lines.push(line),
  })
  delete process.env['PGPORT']
  await assert.rejects(ask(server.socketDirectory, "select 'Mrs Bell'::integer"), /Mrs Bell/)
  await server.stop()
  assert.match(lines.join('\n'), /database system is ready/)
  assert.doesNotMatch(lines.join('\n'), /Bell/)
})

test('a server that cannot start says why', async () => {
  const directory = join(home, 'first/postgres')
  const settings = { shared_buffers: 'plenty' }
  await assert.rejects(
    startEmbeddedPostgres({ directory, settings }),
    /did not start: .*shared_buffers/,
  )
  const server = await startEmbeddedPostgres({ directory, isDurable: false })
  await server.stop()
})
