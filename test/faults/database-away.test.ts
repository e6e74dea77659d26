import assert from 'node:assert/strict'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { errorPage } from '#api/answering/error-page.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#platform/embedded-postgres/index.ts'
import { prepareServer } from '#platform/roles.ts'
import { until } from '#test/until.ts'
import { caseNumberIn, openCaller, type Caller } from './caller.ts'
import { checkBooks } from './check-books.ts'
import { newCase, repeat, work } from './ledger.ts'
import {
  ask,
  makeOffice,
  makePair,
  masterKey,
  withDatabase,
  type Office,
  type Ways,
} from './office.ts'
import { launch, makeDataDirectory, startProgram, type Program } from './program.ts'

const { directory, remove } = makeDataDirectory()
const other = makeDataDirectory()
let port: number
let postgres: EmbeddedPostgres
let program: Program
let office: Office
let ways: Ways

before(async () => {
  port = await freePort()
  postgres = await startPostgres()
  const superuser = { host: postgres.socketDirectory, port, user: 'postgres' }
  await prepareServer(superuser, 'casewright')
  await givePasswords(superuser)
  const local = { host: postgres.socketDirectory, port, database: 'casewright' }
  ways = {
    application: { ...local, user: 'casewright' },
    owner: { ...local, user: 'casewright_owner' },
  }
  program = await startProgram(directory, environment())
  office = await makeOffice(ways)
})
after(async () => {
  program.child.kill('SIGTERM')
  await program.ended
  await postgres.stop()
  remove()
  other.remove()
})

const urlOf = (role: string, password = role) =>
  `postgres://${role}:${password}@127.0.0.1:${port}/casewright`
const environment = (password?: string) => ({
  ...masterKey,
  DATABASE_URL: urlOf('casewright', password),
  DATABASE_OWNER_URL: urlOf('casewright_owner'),
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: free } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return free
}

/** A server as an installation may have beside it: over the network, and with passwords. */
function startPostgres(): Promise<EmbeddedPostgres> {
  const rules = join(other.directory, '../pg_hba.conf')
  writeFileSync(rules, 'local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n', {
    mode: 0o644,
  })
  const settings = { listen_addresses: '127.0.0.1', port: String(port), hba_file: rules }
  return startEmbeddedPostgres({ directory: join(other.directory, 'postgres'), settings })
}

async function givePasswords(superuser: pg.ClientConfig): Promise<void> {
  const client = new pg.Client({ ...superuser, database: 'postgres' })
  await client.connect()
  for (const role of ['casewright', 'casewright_owner'])
    await client.query(`alter role ${role} password '${role}'`)
  await client.end()
}

const readiness = async (caller: Caller) => (await caller.get('/health/ready')).status

test('a wrong password is told in a sentence that does not repeat it', async () => {
  const refused = launch(`${directory}-of-another`, environment('hunter2'))
  assert.equal(await refused.ended, 1)
  assert.equal(
    refused.errors(),
    'The PostgreSQL server of DATABASE_URL cannot be used: password authentication failed for user "casewright"; check DATABASE_URL, and that the server runs.\n',
  )
})

test('while PostgreSQL is away every call is answered, and when it is back so is everything else', async () => {
  const load = work(program.address, office, 6)
  await until(() => load.acknowledged() > 30, 'calls are acknowledged')
  process.kill(postgres.pid, 'SIGKILL')
  await postgres.ended
  const caller = openCaller(program.address, office)
  await until(async () => (await readiness(caller)) === 503, 'the server is not ready')
  const ofBefore = load.refusals.length
  await until(() => load.refusals.length > ofBefore + 20, 'callers are turned away')
  assert.deepEqual((await caller.get('/health/live')).status, 200)
  await load.stop()
  for (const { status, headers, body } of load.refusals) {
    const { 'x-application-error-code': code, 'content-type': type } = headers
    assert.deepEqual([status, type, body], [500, 'text/html;charset=UTF-8', errorPage])
    assert.match(String(code), /^1[02]099$/)
  }

  postgres = await startPostgres()
  await until(async () => (await readiness(caller)) === 200, 'the server is ready again')
  assert.equal(program.child.exitCode, null)
  const again = newCase()
  assert.ok(caseNumberIn(await repeat(caller, again)))
  caller.close()
  const entries = [...load.entries, again]
  await checkBooks({ ways, address: program.address, office, entries })
})

test('a configuration change is heard over the connection that was made anew', async () => {
  await until(async () => {
    const sql = `select from pg_stat_activity where query = 'listen casewright_configuration'`
    return (await ask(ways, sql)).length > 0
  }, 'the server listens again')
  const caller = openCaller(program.address, office)
  // from here on the key pairs are remembered, and only news of a change makes them be read again
  assert.equal((await caller.call('createcase', newCase().fields)).status, 200)
  const pair = await withDatabase(ways, (database) => makePair(database, office.organisationId))
  const newcomer = openCaller(program.address, { ...office, ...pair })
  await until(async () => {
    const { status } = await newcomer.call('createcase', newCase().fields)
    return status === 200
  }, 'the new key pair works')
  caller.close()
  newcomer.close()
})
