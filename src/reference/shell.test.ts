import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { promisify } from 'node:util'
import { allOperations } from '#operations'
import { apiStage, type ApiStage } from '#test/api-stage.ts'
import { pairs } from '#test/fixture.ts'
import { describeAll } from './service.ts'
import { fetchingToken, preparation, shellExamples, signing } from './shell.ts'

const missing = ['curl', 'openssl', 'md5sum'].filter(
  (program) => spawnSync(program, ['--version']).error,
)
const skip = missing.length > 0 && `this machine lacks ${missing.join(', ')}`

let stage: ApiStage
let address: string
let folder: string

// the commands ask the machine for the date; the stage stands on another day
const standingDate = `#!/bin/sh
case "$*" in *%s) echo 1773480600 ;; *) echo 2026-03-14 ;; esac
`

async function run(commands: readonly string[]): Promise<string> {
  const script = commands
    .join('\n')
    .replace('your-api-key', pairs.open.key)
    .replace('your-secret-key', pairs.open.secret)
  const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}` }
  const { stdout } = await promisify(execFile)('sh', ['-euc', script], { env })
  return stdout
}

/** The command with the head of its answer written out in place of the body. */
const showing = (command: string): string => command.replace(/^curl /, 'curl -s -o /dev/null -D - ')

/** The status of each answer, with the code of the error where it is one. */
const outcomesOf = (heads: string): string[] =>
  heads
    .trim()
    .split(/\r?\n\r?\n/)
    .map((head) => {
      const code = /^x-application-error-code: (\d+)/im.exec(head)?.[1] ?? ''
      return `${/^HTTP\S+ (\d+)/.exec(head)?.[1]} ${code}`.trim()
    })

suite('the commands of the documentation, run as they stand', { skip }, () => {
  before(async () => {
    stage = await apiStage(allOperations)
    await stage.server.listen({ port: 0, host: '127.0.0.1' })
    address = `http://127.0.0.1:${(stage.server.server.address() as AddressInfo).port}`
    folder = mkdtempSync(join(tmpdir(), 'shell-'))
    writeFileSync(join(folder, 'date'), standingDate)
    chmodSync(join(folder, 'date'), 0o755)
  })
  after(async () => {
    await stage.close()
    rmSync(folder, { recursive: true })
  })

  /** Nobody was turned away: the samples name cases of their own, which the stage need not have. */
  function assertSignedIn(heads: string): void {
    const outcomes = outcomesOf(heads)
    assert.equal(outcomes.length, services.flatMap(({ examples }) => examples).length)
    for (const outcome of outcomes) assert.match(outcome, /^(200|400 \d+(?<!00|01|21|97))$/)
  }

  const services = describeAll(allOperations).filter(({ word }) => word !== 'download')
  const examplesOf = (way: 'signed' | 'bearer'): string[] =>
    services.flatMap((service) =>
      service.examples.map((sent) => showing(shellExamples(service, sent, address)[way])),
    )

  test('sign calls that every service takes', async () => {
    assertSignedIn(await run([preparation(address), signing, ...examplesOf('signed')]))
  })

  test('fetch a token with which every service lets them in', async () => {
    assertSignedIn(await run([preparation(address), fetchingToken, ...examplesOf('bearer')]))
  })

  test('send a value as it is, whatever is in it', async () => {
    const notes = `It's "100 %" & $HOME \`x\`\nsecond line`
    const example = shellExamples(
      { word: 'addcasenotes', method: 'POST' },
      { CaseId: '700123', Notes: notes },
      address,
    )
    const heads = await run([preparation(address), signing, showing(example.signed)])
    assert.deepEqual(outcomesOf(heads), ['200'])
    assert.equal(await stage.notesWith(notes), 1)
  })
})
