import assert from 'node:assert/strict'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { killAll } from '#test/kill-all.ts'
import { until } from '#test/until.ts'
import { startEmbeddedPostgres } from './index.ts'
import { listPostgresIn, listProcessesNaming } from './processes.ts'

const home = mkdtempSync(join(tmpdir(), 'recovery-'))
chmodSync(home, 0o755)
const template = join(home, 'template')
before(async () => (await startEmbeddedPostgres({ directory: template })).stop())
after(() => rmSync(home, { recursive: true, force: true }))

const door = new URL('./index.ts', import.meta.url).href
const program = `
  const { startEmbeddedPostgres } = await import(${JSON.stringify(door)})
  const server = await startEmbeddedPostgres({ directory: process.argv[1] })
  console.log(JSON.stringify(server))
  await server.ended
  console.log('ended')`

type Holder = { node: ChildProcess; pid: number; socketDirectory: string; output: () => string }

function launch(directory: string): ChildProcess {
  return spawn(process.execPath, ['--input-type=module', '-e', program, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Another Node process that holds a running server on a copy of the template database. */
async function holdServer(name: string): Promise<Holder & { directory: string }> {
  const directory = join(home, name)
  spawnSync('cp', ['-a', template, directory])
  const node = launch(directory)
  let output = ''
  node.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await until(() => output.includes('\n'), 'the server says where it is')
  const { pid, socketDirectory } = JSON.parse(output.split('\n')[0] ?? '') as Holder
  return { directory, node, pid, socketDirectory, output: () => output }
}

async function query(host: string, text: string): Promise<unknown[]> {
  const client = new Client({ host, user: 'postgres', database: 'postgres' })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query({ text, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

/** Writes numbers one commit after the other until the server goes; answers with those that were acknowledged. */
async function writeUntilGone(host: string): Promise<number> {
  const client = new Client({ host, user: 'postgres', database: 'postgres' })
  client.on('error', () => {})
  await client.connect()
  await client.query('create table acknowledged (number integer)')
  for (let number = 1; ; number++) {
    try {
      await client.query('insert into acknowledged values ($1)', [number])
    } catch {
      return number - 1
    }
  }
}

/** The shell that guards the server, and its watcher. */
function guardsOf(directory: string): number[] {
  const servers = listPostgresIn(directory)
  return listProcessesNaming(directory).filter(
    (pid) => !servers.includes(pid) && readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'sh',
  )
}

async function assertAllKept(directory: string, written: number): Promise<void> {
  assert.ok(written > 0)
  const server = await startEmbeddedPostgres({ directory })
  const [count, last] = await query(
    server.socketDirectory,
    'select count(*)::int, max(number) from acknowledged',
  )
  // The last commit may have been made although its answer never came.
  assert.ok(
    Number(count) >= written && Number(count) <= written + 1,
    `${String(count)} of ${written}`,
  )
  assert.equal(count, last)
  await server.stop()
}

test('when Node is killed, PostgreSQL stops by itself and the next start has every row', async () => {
  const holder = await holdServer('node-killed')
  const written = writeUntilGone(holder.socketDirectory)
  await pause(300)
  holder.node.kill('SIGKILL')
  await once(holder.node, 'exit')
  await until(() => listPostgresIn(holder.directory).length === 0, 'no PostgreSQL is left')
  await assertAllKept(holder.directory, await written)
})

test('when PostgreSQL is killed, its holder hears of it and the next start has every row', async () => {
  const holder = await holdServer('postgres-killed')
  const written = writeUntilGone(holder.socketDirectory)
  await pause(300)
  process.kill(holder.pid, 'SIGKILL')
  await once(holder.node, 'exit')
  assert.match(holder.output(), /ended/)
  await assertAllKept(holder.directory, await written)
})

test('when Node, guard and PostgreSQL are killed together, the next start has every row', async () => {
  const holder = await holdServer('all-killed')
  const written = writeUntilGone(holder.socketDirectory)
  await pause(300)
  const all = [...guardsOf(holder.directory), ...listPostgresIn(holder.directory)]
  assert.ok(all.length > 3)
  holder.node.kill('SIGKILL')
  killAll(all)
  await once(holder.node, 'exit')
  await assertAllKept(holder.directory, await written)
})

test('a PostgreSQL left running by a killed Node and a killed guard is replaced', async () => {
  const holder = await holdServer('orphan')
  killAll(guardsOf(holder.directory))
  holder.node.kill('SIGKILL')
  await once(holder.node, 'exit')
  assert.ok(listPostgresIn(holder.directory).includes(holder.pid))
  const server = await startEmbeddedPostgres({ directory: holder.directory })
  assert.notEqual(server.pid, holder.pid)
  assert.deepEqual(await query(server.socketDirectory, 'select 1'), [1])
  await server.stop()
  assert.deepEqual(listPostgresIn(holder.directory), [])
})

test('a server whose guard was killed still stops when it is asked to', async () => {
  const directory = join(home, 'unguarded')
  spawnSync('cp', ['-a', template, directory])
  const server = await startEmbeddedPostgres({ directory })
  killAll(guardsOf(directory))
  await server.stop()
  assert.deepEqual(listPostgresIn(directory), [])
})

test('a killed server whose process id now belongs to a stranger does not hinder the next start', async () => {
  const holder = await holdServer('recycled')
  const file = join(holder.directory, 'postmaster.pid')
  const all = [...guardsOf(holder.directory), ...listPostgresIn(holder.directory)]
  killAll(all)
  await once(holder.node, 'exit')
  const stranger = spawn('sleep', ['60'])
  after(() => stranger.kill())
  const left = readFileSync(file, 'utf8').split('\n').slice(1).join('\n')
  writeFileSync(file, `${stranger.pid}\n${left}`)
  writeFileSync(join(holder.socketDirectory, '.s.PGSQL.5432.lock'), `${stranger.pid}\n${left}`)
  const server = await startEmbeddedPostgres({ directory: holder.directory })
  await server.stop()
  assert.equal(stranger.exitCode, null)
})

test('a kill in the middle of making the database leaves no half of one', async () => {
  for (const delay of [5, 300]) {
    const directory = join(home, `unmade-${delay}`)
    const unfinished = () =>
      readdirSync(home).some((name) => name.startsWith(`unmade-${delay}.unfinished-`))
    const node = launch(directory)
    await until(unfinished, 'a start is under way')
    await pause(delay)
    node.kill('SIGKILL')
    await once(node, 'exit')
    const server = await startEmbeddedPostgres({ directory })
    assert.deepEqual(await query(server.socketDirectory, 'select 1'), [1])
    assert.equal(unfinished(), false)
    await server.stop()
  }
})

test('of two that start at once on a new directory, one serves and the other is refused', async () => {
  const directory = join(home, 'twice')
  const starts = await Promise.allSettled([
    startEmbeddedPostgres({ directory, isDurable: false }),
    startEmbeddedPostgres({ directory, isDurable: false }),
  ])
  const served = starts.filter((start) => start.status === 'fulfilled')
  assert.equal(served.length, 1)
  for (const start of served) await start.value.stop()
})
