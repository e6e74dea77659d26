import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { until } from '#test/until.ts'
import { caseNumberIn, openCaller, type Caller } from './caller.ts'
import { newCase } from './ledger.ts'
import { ask, makeOffice, masterKey, waysInto, type Office } from './office.ts'
import { launch, makeDataDirectory, processesOf, startProgram, type Program } from './program.ts'

const { directory, remove } = makeDataDirectory()
// for a request that runs a stop waits longer than these tests do
const environment = { ...masterKey, CASEWRIGHT_DOCUMENT_CALL_SECONDS: '300' }
let program: Program
let office: Office

before(async () => {
  program = await startProgram(directory, environment)
  office = await makeOffice(waysInto(directory))
})
after(async () => {
  program.child.kill('SIGTERM')
  await program.ended
  remove()
})

/** Calls as so many callers at once, each over a connection of its own. */
async function asCallers<T>(count: number, work: (caller: Caller) => Promise<T>): Promise<T[]> {
  const callers = Array.from({ length: count }, () => openCaller(program.address, office))
  try {
    return await Promise.all(callers.map(work))
  } finally {
    for (const caller of callers) caller.close()
  }
}

const create = async (caller: Caller) => {
  const begun = performance.now()
  const number = caseNumberIn(await caller.call('createcase', newCase().fields))
  return { number, milliseconds: performance.now() - begun }
}

test('two hundred who open a case at once all get a number of their own', async () => {
  const created = await asCallers(200, create)
  const numbers = created.map(({ number }) => number ?? assert.fail('not answered'))
  assert.equal(new Set(numbers).size, 200)
  // each takes milliseconds; who waited for a lock that nobody let go of would see a time-out of 30 s
  assert.ok(created.every(({ milliseconds }) => milliseconds < 20_000))
})

test('a second start on the same directory is told who holds it, and the first runs on', async () => {
  const second = launch(directory, masterKey)
  assert.equal(await second.ended, 1)
  const port = new URL(program.address).port
  assert.match(
    second.errors(),
    new RegExp(
      `^The data directory ${directory} is in use by process ${program.child.pid} since \\S+, serving http://localhost:${port}; stop it, or set DATA_DIR to another directory\\.\n$`,
    ),
  )
  assert.deepEqual(second.out(), '')
  const [created] = await asCallers(1, create)
  assert.ok(created?.number)
})

/** Keeps a case for oneself, so that a note on it has to wait; gives what lets go of it. */
async function holdCase(caseId: number): Promise<() => Promise<void>> {
  const client = new pg.Client(waysInto(directory).owner)
  client.on('error', () => {})
  await client.connect()
  await client.query('begin')
  await client.query('select from cases where organisation_id = $1 and case_id = $2 for update', [
    office.organisationId,
    caseId,
  ])
  return async () => {
    await client.query('commit')
    await client.end()
  }
}

const someoneWaits = async () =>
  (await ask(waysInto(directory), `select 1 from pg_stat_activity where wait_event_type = 'Lock'`))
    .length > 0

const isRefused = (address: string) =>
  new Promise<boolean>((resolve) => {
    const { port, hostname } = new URL(address)
    const socket = connect(Number(port), hostname)
    socket.on('connect', () => resolve(false)).on('error', () => resolve(true))
    socket.on('connect', () => socket.destroy())
  })

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} lets a running request finish, takes no new one, and leaves nothing running`, async () => {
    const [created] = await asCallers(1, create)
    const caseId = created?.number ?? assert.fail('no case')
    const letGo = await holdCase(caseId)
    const caller = openCaller(program.address, office)
    const fields = { CaseId: String(caseId), Notes: `while ${signal} came` }
    const note = caller.call('addcasenotes', fields)
    await until(someoneWaits, 'the note waits')
    // begun, and never to be ended
    const half = connect(Number(new URL(program.address).port), '127.0.0.1')
    half.on('error', () => {})
    half.write('POST /createcase HTTP/1.1\r\nHost: x\r\n')

    program.child.kill(signal)
    await until(() => isRefused(program.address), 'new connections are refused')
    assert.equal(program.child.exitCode, null, 'the request still runs')
    await letGo()
    assert.equal((await note).status, 200)
    await until(() => program.child.exitCode !== null, 'the program waits for nothing else')
    assert.equal(program.child.exitCode, 0, program.errors())
    caller.close()
    half.destroy()
    assert.equal(program.errors(), '')
    await until(() => processesOf(directory).length === 0, 'nothing is left running')
    assert.ok(!existsSync(join(directory, 'postgres.socket/.s.PGSQL.5432')))
    assert.ok(!existsSync(join(directory, 'postgres/postmaster.pid')))

    program = await startProgram(directory, environment)
    const kept = await ask(waysInto(directory), 'select from notes where body = $1', [fields.Notes])
    assert.equal(kept.length, 1)
  })
}
