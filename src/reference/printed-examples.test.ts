import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { promisify } from 'node:util'
import Fastify, { type FastifyInstance } from 'fastify'
import { api } from '#api/plugin.ts'
import { openDoor } from '#door'
import { makeApiKey } from '#domain/api-keys/index.ts'
import { allOperations } from '#operations'
import { stoppedClock } from '#platform/clock.ts'
import { openReportDatabase, type ReportDatabase } from '#platform/copy-out.ts'
import { documentStore } from '#platform/files/document-store.ts'
import { silentLog } from '#platform/log.ts'
import { seedDemo } from '#seeding/index.ts'
import { stageLimits } from '#test/api-stage.ts'
import { testDatabase, type TestDatabase } from '#test/database.ts'
import { fixtureKey, providerAccess, pairs } from '#test/fixture.ts'
import { readXml } from '#test/read-xml.ts'
import { describeAll } from './service.ts'
import { fetchingToken, preparation, shellExamples, signing } from './shell.ts'

const missing = ['curl', 'openssl'].filter((program) => spawnSync(program, ['--version']).error)
const skip = missing.length > 0 && `this machine lacks ${missing.join(', ')}`

const clock = stoppedClock('2026-03-14T09:30:00Z')
// the commands ask the machine for the date; the demonstration stands on another day
const standingDate = `#!/bin/sh
case "$*" in *%s) echo 1773480600 ;; *) echo 2026-03-14 ;; esac
`
const mark = '======== next ========'

const services = describeAll(allOperations).filter(({ word }) => word !== 'download')

suite('every command of the documentation, on a new demonstration', { skip }, () => {
  let stage: TestDatabase
  let reports: ReportDatabase
  let server: FastifyInstance
  let folder: string
  let address: string

  before(async () => {
    stage = await testDatabase(clock)
    folder = mkdtempSync(join(tmpdir(), 'casewright-printed-'))
    writeFileSync(join(folder, 'date'), standingDate)
    chmodSync(join(folder, 'date'), 0o755)
    const store = await documentStore(join(folder, 'documents'))
    reports = openReportDatabase(stage.address)
    const outside = {
      equalityKey: fixtureKey,
      apiKeySealing: fixtureKey,
      reports,
      documents: { store, maxBytes: 1_000_000, callSeconds: 1, lookup: async () => [] },
      providers: providerAccess,
    }
    await seedDemo({ owner: stage.owner, documents: store, now: clock.now() })
    await addKey(stage)
    server = Fastify()
    await server.register(api, {
      door: openDoor({ database: stage.database, outside, clock }),
      operations: allOperations,
      log: silentLog,
      masterKey: fixtureKey,
      sealingKey: fixtureKey,
      domains: ['cases.example.org'],
      trustedProxies: [],
      tokenAudiences: [],
      limits: stageLimits,
    })
    await server.listen({ port: 0, host: '127.0.0.1' })
    address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  })
  after(async () => {
    await server.close()
    await reports.close()
    await stage.close()
    rmSync(folder, { recursive: true })
  })

  const printed = (way: 'signed' | 'bearer') =>
    services.flatMap((service) =>
      service.examples.map((sent) => ({
        service,
        command: shellExamples(service, sent, address)[way],
      })),
    )

  /** What each of the commands prints. */
  async function answersTo(first: readonly string[], commands: readonly string[]) {
    const script = [
      preparation(address),
      ...first,
      ...commands.map((each) => `${each}\necho '${mark}'`),
    ]
      .join('\n')
      .replace('your-api-key', pairs.open.key)
      .replace('your-secret-key', pairs.open.secret)
    const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}` }
    const { stdout } = await promisify(execFile)('sh', ['-euc', script], { env })
    return stdout.split(`${mark}\n`)
  }

  async function assertAnswered(calls: ReturnType<typeof printed>, first: readonly string[]) {
    const answers = await answersTo(
      first,
      calls.map(({ command }) => command),
    )
    for (const [at, { service, command }] of calls.entries()) {
      const [head = '', ...rest] = (answers[at] ?? '').split('\r\n\r\n')
      assert.match(head, /^HTTP\/1\.1 200 OK\r\n/, `${command}\n${head}`)
      const body = rest.join('\r\n\r\n')
      assert.notEqual(body, '', command)
      if (/^content-type: [a-z]+\/xml/im.test(head))
        assert.notEqual(readXml(body).children.length, 0, `${command}\n${body}`)
      else assert.equal(service.answerKind, 'item', command)
    }
  }

  const both = () => [
    { calls: printed('signed'), first: [signing] },
    { calls: printed('bearer'), first: [fetchingToken] },
  ]

  test('is answered with what it asks for, signed and with a token', async () => {
    for (const { calls, first } of both()) await assertAnswered(calls, first)
  })

  test('is answered again, and in another order', async () => {
    for (const { calls, first } of both()) await assertAnswered(calls.toReversed(), first)
  })

  test('shows status and headers, since the reason of a refusal stands there', () => {
    for (const { calls } of both())
      for (const { command } of calls) assert.match(command, /^curl -i /)
  })

  test('names no host that exists', () => {
    const sent = services.flatMap(({ examples }) => examples.flatMap((each) => Object.values(each)))
    const hosts = sent
      .filter((value) => URL.canParse(value))
      .map((value) => new URL(value).hostname)
    // reserved: nobody can have one (RFC 2606)
    for (const host of hosts.filter((each) => each !== '')) assert.match(host, /\.example$/)
  })

  test('leaves the numbers of new cases as they were', async () => {
    const [last] =
      await stage.sql(`select min(case_id)::int as n from cases where created_by = 'Website'
      and case_id > 700124`)
    assert.deepEqual(last, { n: 700125 })
  })
})

async function addKey(stage: TestDatabase): Promise<void> {
  const [made] = await stage.sql(
    `select organisation_id as id from organisations where name = 'demo'`,
  )
  await makeApiKey(stage.database, fixtureKey, {
    organisationId: Number(made?.['id']),
    name: 'Website',
    permittedAddresses: [],
    now: clock.now(),
    pair: pairs.open,
  })
}
