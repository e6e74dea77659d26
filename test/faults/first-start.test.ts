import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { knownMigrations } from '#platform/migrate.ts'
import { until } from '#test/until.ts'
import { caseNumberIn, openCaller } from './caller.ts'
import { newCase } from './ledger.ts'
import { ask, makeOffice, masterKey, waysInto } from './office.ts'
import { launch, makeDataDirectory, postmasterOf, processesOf, startProgram } from './program.ts'
import { rounds, usualRounds } from './rounds.ts'

const { directory, clear, remove } = makeDataDirectory()
after(remove)

const entries = (folder: string) => (existsSync(folder) ? readdirSync(folder) : [])
const unfinished = () => entries(directory).find((name) => name.includes('.unfinished-'))

/** What the database says, or undefined as long as it says nothing. */
async function said(sql: string): Promise<unknown> {
  if (postmasterOf(directory) === undefined) return undefined
  const rows = await ask(waysInto(directory), sql).catch(() => [])
  return rows[0]?.['said']
}

const countMigrations = 'select count(*)::int as said from migrations'
const writesOfOwner = `select count(*)::int as said from pg_stat_activity
  where usename = 'casewright_owner' and backend_xid is not null and pid <> pg_backend_pid()`

type Look = () => boolean | Promise<boolean>

/** Moments of a first start, in their order: each is there to be seen for a while. */
const moments: readonly { readonly name: string; readonly isNow: Look }[] = [
  { name: 'initdb has begun', isNow: () => unfinished() !== undefined },
  {
    name: 'initdb has written its version, and not yet its tables',
    isNow: () => entries(join(directory, unfinished() ?? 'none')).includes('PG_VERSION'),
  },
  { name: 'the database is in its place', isNow: () => existsSync(join(directory, 'postgres')) },
  { name: 'PostgreSQL runs', isNow: () => postmasterOf(directory) !== undefined },
  {
    name: 'half of the migrations are applied',
    isNow: async () => Number((await said(countMigrations)) ?? 0) >= 5,
  },
  {
    name: 'the demonstration is being made',
    isNow: async () =>
      Number((await said(countMigrations)) ?? 0) === (await knownMigrations()).length &&
      Number((await said(writesOfOwner)) ?? 0) > 0,
  },
]

/** Starts, and kills at the moment; or lets the start be when it is too late for that. */
async function killAt(isNow: Look, isAll: boolean): Promise<void> {
  const started = launch(directory, masterKey)
  await until(
    async () => started.child.exitCode !== null || started.out() !== '' || (await isNow()),
    'the moment comes',
  )
  assert.equal(started.errors(), '')
  const victims = isAll ? [...processesOf(directory), started.child.pid] : [started.child.pid]
  for (const pid of victims) kill(Number(pid))
  await started.ended
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it was at its end already
  }
}

/** Starts once more, and finds an installation that nobody would know has been interrupted. */
async function checkWhole(): Promise<void> {
  const program = await startProgram(directory, masterKey)
  const ways = waysInto(directory)
  const applied = await ask(ways, 'select name from migrations order by name')
  assert.deepEqual(
    applied.map(({ name }) => name),
    await knownMigrations(),
  )
  const made = await ask(
    ways,
    `select o.name, count(*) > 100 as "hasCases" from organisations o
     join cases c using (organisation_id) group by o.name`,
  )
  assert.deepEqual(made, [{ name: 'demo', hasCases: true }])
  assert.equal(unfinished(), undefined)
  const caller = openCaller(program.address, await makeOffice(ways))
  assert.ok(caseNumberIn(await caller.call('createcase', newCase().fields)))
  caller.close()
  program.child.kill('SIGTERM')
  assert.equal(await program.ended, 0, program.errors())
}

test('a first start that is killed again and again comes up whole in the end', async (t) => {
  for (const [index, { name, isNow }] of moments.entries()) {
    await t.test(`killed when ${name}`, () => killAt(isNow, index % 2 === 1))
  }
  await checkWhole()
})

const tries = rounds > usualRounds ? rounds : 1
for (let round = 1; round <= tries; round++) {
  test(`a first start that is killed at any moment comes up whole the next time (${round})`, async () => {
    clear()
    const moment = performance.now() + Math.random() * 8000
    await killAt(() => performance.now() > moment, round % 2 === 0)
    await checkWhole()
  })
}
