import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Environment } from '#config'
import { until } from '#test/until.ts'
import { launch, makeDataDirectory, processesOf } from './program.ts'

const { directory, clear, remove } = makeDataDirectory()
after(remove)

/** Starts what must not start: exit code 1, nothing on standard output, nothing left; gives what it says. */
async function refusal(environment: Environment, place = directory): Promise<string> {
  const refused = launch(place, environment)
  assert.equal(await refused.ended, 1, refused.out())
  assert.equal(refused.out(), '')
  await until(() => processesOf(directory).length === 0, 'nothing is left running')
  return refused.errors()
}

test('a master key that is none is named, and not repeated', async () => {
  mkdirSync(directory, { mode: 0o711 })
  writeFileSync(join(directory, 'master.key'), 'hunter2!', { mode: 0o600 })
  const said = await refusal({})
  assert.match(said, /^The master key in \S+ is not base64\.\n$/)
  rmSync(join(directory, 'master.key')) // the next start goes on with the database there is
})

test('a port that is taken is named, and the database is stopped again', async (t) => {
  const taker = createServer().listen(0, '127.0.0.1')
  await once(taker, 'listening')
  t.after(() => taker.close())
  const { port } = taker.address() as AddressInfo
  assert.equal(
    await refusal({ PORT: String(port) }),
    `Cannot listen on 127.0.0.1:${port}: another program listens there; set PORT to another.\n`,
  )
})

test('a data directory that cannot be one is named', async () => {
  clear()
  writeFileSync(directory, '')
  const url = 'postgres://casewright@127.0.0.1:1/casewright'
  for (const environment of [{}, { DATABASE_URL: url }]) {
    for (const place of [directory, join(directory, 'below')]) {
      const said = await refusal(environment, place)
      assert.match(said, new RegExp(`^The data directory ${place} cannot be used: .*\\.\n$`))
    }
  }
  clear()
})

test('a database server that cannot be reached is named by its variable, without the password', async () => {
  const url = 'postgres://casewright:hunter2@127.0.0.1:1/casewright'
  assert.equal(
    await refusal({ DATABASE_URL: url }),
    'The PostgreSQL server of DATABASE_URL cannot be used: connect ECONNREFUSED 127.0.0.1:1; check DATABASE_URL, and that the server runs.\n',
  )
})
