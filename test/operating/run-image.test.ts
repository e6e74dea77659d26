import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { knownMigrations } from '#platform/migrate.ts'
import { until } from '#test/until.ts'
import { installedServer } from './installed-server.ts'
import { assembleImage, commandOf, freePort, removeImage, runInImage } from './image.ts'
import { embeddedServer, type TrialServer } from './trial-server.ts'

for (const server of [embeddedServer(), installedServer()]) runOn(server)

interface Pair {
  readonly key: string
  readonly secret: string
}

/** Adds a note to a case that is not there, and tells what was answered. */
async function callSigned(address: string, { key, secret }: Pair): Promise<string> {
  const fields = { CaseId: '1', Notes: 'Rang', RequestDate: '2026-05-21', Key: key }
  const signature = createHash('md5').update(`12026-05-21${secret}`).digest('hex')
  const body = new URLSearchParams({ ...fields, Signature: signature })
  const answer = await fetch(`${address}/addcasenotes?db=north`, { method: 'POST', body })
  return `${answer.status} ${answer.headers.get('x-application-error-code')}`
}

/** The life of the image on one PostgreSQL: up to date, serving, working, and stopped. */
function runOn(server: TrialServer): void {
  suite(`the image without Docker, on ${server.name}`, { skip: server.skip }, () => {
    const entry = commandOf('ENTRYPOINT')
    const health = commandOf('HEALTHCHECK')
    let image: string
    let data: string
    let environment: Record<string, string>
    let owned: Record<string, string>
    let pair: Pair

    before(async () => {
      const { application, owner } = await server.start()
      image = assembleImage()
      data = mkdtempSync(join(tmpdir(), 'image-data-'))
      environment = {
        HOST: '0.0.0.0',
        PORT: await freePort(),
        DATA_DIR: data,
        DATABASE_URL: application,
        CASEWRIGHT_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
      }
      owned = { ...environment, DATABASE_OWNER_URL: owner }
    })
    after(async () => {
      await server.stop()
      removeImage(image)
      rmSync(data, { recursive: true })
    })

    test('a server does not serve what is not migrated, and says what to do', async () => {
      const early = runInImage(image, entry, environment)
      assert.equal(await early.ended, 1)
      assert.match(early.said(), /^The database lacks \d+ migrations\. .*DATABASE_OWNER_URL/)
    })

    test('the step that migrates brings the database up to date', async () => {
      const step = runInImage(image, [...entry, 'migrate'], owned)
      assert.equal(await step.ended, 0, step.said())
      assert.match(step.said(), new RegExp((await knownMigrations()).at(-1) ?? ''))
    })

    test('commands make an organisation and a key pair, by the same entry', async () => {
      const create = ['organisation', 'create', 'north', '--name', 'North Council']
      const made = runInImage(image, [...entry, ...create], owned)
      assert.equal(await made.ended, 0, made.said())
      const ask = ['api-key', 'create', '--organisation', 'north', '--name', 'Website', '--json']
      const key = runInImage(image, [...entry, ...ask], environment)
      assert.equal(await key.ended, 0, key.said())
      pair = JSON.parse(key.said()) as Pair
    })

    test('the server is healthy while it serves, and ends in good order', async () => {
      const isHealthy = async () => (await runInImage(image, health, environment).ended) === 0
      assert.equal(await isHealthy(), false)
      const web = runInImage(image, entry, { ...environment, CASEWRIGHT_ROLES: 'web' })
      await until(() => web.said().includes('is ready at'), `the server is ready: ${web.said()}`)
      assert.ok(await isHealthy())
      const outcome = await callSigned(`http://127.0.0.1:${environment['PORT']}`, pair)
      assert.equal(outcome, '400 12003', 'signed in, and told that there is no such case')
      web.child.kill('SIGTERM')
      assert.equal(await web.ended, 0, web.said())
    })

    test('the worker runs beside it and ends in good order', async () => {
      await until(async () => (await server.sessions()) === 0, 'the server has left the database')
      const worker = runInImage(image, entry, { ...environment, CASEWRIGHT_ROLES: 'worker' })
      await until(async () => (await server.sessions()) > 0, 'the worker is connected')
      assert.equal(worker.child.exitCode, null, worker.said())
      worker.child.kill('SIGTERM')
      assert.equal(await worker.ended, 0, worker.said())
    })
  })
}

test('a fault of the environment is told in words', async () => {
  const image = assembleImage()
  try {
    const faulty = runInImage(image, commandOf('ENTRYPOINT'), { PORT: 'eighty' })
    assert.equal(await faulty.ended, 1)
    assert.match(faulty.said(), /^The environment cannot be used as it is:\n {2}- PORT must be/)
  } finally {
    removeImage(image)
  }
})
