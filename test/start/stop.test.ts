import assert from 'node:assert/strict'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { install, makeProject, oldNode, run, shell, type Run } from './project.ts'

const root = makeProject()
before(() => install(root))
after(() => rmSync(root, { recursive: true, force: true }))

const direct = [process.execPath, 'bin/start.mjs', '--trial']
const through = [oldNode ?? '', 'bin/start.mjs', '--trial']
const ways = [
  { way: 'on Node 24', command: direct, skip: false },
  { way: 'on an older Node, which starts the newer one', command: through, skip: !oldNode },
  { way: 'by npm start', command: ['npm', 'start', '--', '--trial'], skip: false },
]

/** The process that serves, once it does. */
async function serving(started: Run): Promise<number> {
  while (!started.out().includes('serving as')) {
    assert.equal(started.child.exitCode, null, started.errors())
    await pause(20)
  }
  assert.match(started.out(), /serving as \d+ as a trial on Node 2[4-9]/)
  return Number(/serving as (\d+)/.exec(started.out())?.[1])
}

async function isGone(pid: number): Promise<boolean> {
  for (let i = 0; i < 3000; i++) {
    if (
      !existsSync(`/proc/${pid}`) ||
      /^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
    )
      return true
    await pause(20)
  }
  return false
}

for (const { way, command, skip } of ways) {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(
      `started ${way}, the server stops once and in good order on ${signal}`,
      { skip, timeout: 120_000 },
      async () => {
        const started = run(root, command)
        const server = await serving(started)
        // Ctrl-C in a terminal reaches the whole group; a supervisor's SIGTERM only the process it started.
        const target = started.child.pid ?? 0
        process.kill(signal === 'SIGINT' ? -target : target, signal)
        await started.ended
        assert.equal(started.out().match(/stopping by/g)?.length, 1)
        assert.match(started.out(), new RegExp(`stopping by ${signal}`))
        assert.ok(await isGone(server))
      },
    )
  }

  test(
    `started ${way}, the server ends when its starter is killed`,
    { skip, timeout: 120_000 },
    async () => {
      const started = run(root, command)
      const server = await serving(started)
      started.child.kill('SIGKILL')
      assert.ok(await isGone(server))
    },
  )
}

test('the exit code of a command is passed on', { skip: !oldNode }, async () => {
  const started = run(root, [oldNode ?? '', 'bin/casewright.mjs', 'one'])
  assert.equal(await started.ended, 3)
  assert.equal(started.out(), '["one"]\n')
  assert.equal(started.errors(), '')
})

test('a fault meant for the operator is shown as its sentence alone', async () => {
  const started = run(root, direct, { ...shell(), FAULT: 'yes' })
  assert.equal(await started.ended, 1)
  assert.equal(started.errors(), 'A sentence.\n')
})
