import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { root } from './image.ts'

/** Runs .ci/run in a project whose tests and checks end as told; tells how it ended and what was run. */
function run(endings: { readonly tests: number; readonly checks: number }) {
  const folder = mkdtempSync(join(tmpdir(), 'ci-'))
  try {
    cpSync(join(root, '.ci'), join(folder, '.ci'), { recursive: true })
    mkdirSync(join(folder, 'bin'))
    const told = join(folder, 'told')
    const write = (name: string, code: number) => {
      writeFileSync(join(folder, name), `#!/bin/sh\necho "${name} $*" >> ${told}\nexit ${code}\n`)
      chmodSync(join(folder, name), 0o755)
    }
    write('npm', endings.tests)
    write('bin/check', endings.checks)
    const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}` }
    const { status } = spawnSync(join(folder, '.ci/run'), { env, cwd: '/' })
    const commands = existsSync(told) ? readFileSync(told, 'utf8').trim().split('\n') : []
    return { status, commands: commands.map((line) => line.trim()) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('a change is tested, then checked', () => {
  const { status, commands } = run({ tests: 0, checks: 0 })
  assert.deepEqual({ status, commands }, { status: 0, commands: ['npm test', 'bin/check'] })
})

test('what fails its tests is not checked, and what fails either does not pass', () => {
  assert.deepEqual(run({ tests: 1, checks: 0 }), { status: 1, commands: ['npm test'] })
  assert.equal(run({ tests: 0, checks: 1 }).status, 1)
})
