import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { chainAudit } from '#platform/audit-chain.ts'
import { until } from '#test/until.ts'
import { checkBooks } from './check-books.ts'
import { work, type Entry } from './ledger.ts'
import { makeOffice, masterKey, waysInto, withDatabase, type Office } from './office.ts'
import { makeDataDirectory, postmasterOf, startProgram, type Program } from './program.ts'
import { rounds } from './rounds.ts'

const { directory, remove } = makeDataDirectory()
const entries: Entry[] = []
let program: Program
let office: Office

before(async () => {
  program = await startProgram(directory, masterKey)
  office = await makeOffice(waysInto(directory))
})
after(async () => {
  program.child.kill('SIGTERM')
  await program.ended
  remove()
})

const postmaster = (): number => postmasterOf(directory) ?? assert.fail('no PostgreSQL runs')
const victims = {
  'the server': () => [Number(program.child.pid)],
  PostgreSQL: () => [postmaster()],
  'the server and PostgreSQL': () => [Number(program.child.pid), postmaster()],
}

for (let round = 1; round <= rounds; round++) {
  for (const [name, pids] of Object.entries(victims)) {
    test(`after kill -9 of ${name} under load all that was acknowledged is there, and nothing is half there (${round})`, async () => {
      const load = work(program.address, office, 6)
      const chaining = chainOn()
      await until(() => load.acknowledged() >= 20 + 7 * round, 'calls are acknowledged')
      for (const pid of pids()) process.kill(pid, 'SIGKILL')
      const killed = program
      const ending = await killed.ended
      await Promise.all([load.stop(), chaining])
      entries.push(...load.entries)
      program = await startProgram(directory, masterKey)
      await checkBooks({ ways: waysInto(directory), address: program.address, office, entries })

      assert.equal(ending, name === 'PostgreSQL' ? 1 : 'SIGKILL', killed.errors())
      if (name === 'PostgreSQL')
        // the queue's library may write a trace of its own before; nothing comes after the sentence
        assert.match(killed.errors(), /(^|\n)The embedded PostgreSQL has ended;[^\n]*\n$/)
      for (const { status, headers } of load.refusals)
        assert.deepEqual([status, headers['x-application-error-code']?.slice(-2)], [500, '99'])
    })
  }
}

/** Links audit entries over and over until the database is gone, so that this too is broken off. */
async function chainOn(): Promise<void> {
  await withDatabase(waysInto(directory), async (database) => {
    for (;;) await chainAudit(database, office.organisationId)
  }).catch(() => {})
}
