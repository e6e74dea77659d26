import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { until } from '#test/until.ts'
import { install, makeProject, oldNode, run, shell, write } from './project.ts'

const projects: string[] = []
after(() => projects.forEach((root) => rmSync(root, { recursive: true, force: true })))

function project(): string {
  const root = makeProject()
  projects.push(root)
  return root
}

/** One command, from this Node, to its end. */
async function command(root: string, env = shell()) {
  const started = run(root, [process.execPath, 'bin/casewright.mjs', 'case', 'list'], env)
  const code = await started.ended
  return {
    code,
    out: started.out(),
    hasInstalled: started.errors().includes('Installing'),
    errors: started.errors(),
  }
}

const done = { code: 0, out: '["case","list"]\n' }

test('the first command installs what is missing, and only the first', async () => {
  const root = project()
  assert.partialDeepStrictEqual(await command(root), { ...done, hasInstalled: true })
  assert.ok(existsSync(join(root, 'node_modules/piece/package.json')))
  assert.partialDeepStrictEqual(await command(root), { ...done, hasInstalled: false, errors: '' })
})

test('a changed list of packages is installed again', async () => {
  const root = project()
  await command(root)
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const other = JSON.parse(lock.replaceAll('piece', 'bit')) as { packages: object }
  write(root, 'bit/package.json', '{"name":"bit","version":"1.0.0"}')
  write(
    root,
    'package.json',
    readFileSync(join(root, 'package.json'), 'utf8').replaceAll('piece', 'bit'),
  )
  write(root, 'package-lock.json', JSON.stringify(other))
  assert.partialDeepStrictEqual(await command(root), { ...done, hasInstalled: true })
  assert.ok(existsSync(join(root, 'node_modules/bit')))
})

test('an installation that was broken off is made anew', async () => {
  const root = project()
  write(root, 'node_modules/half/index.js', '')
  assert.partialDeepStrictEqual(await command(root), { ...done, hasInstalled: true })
  assert.ok(!existsSync(join(root, 'node_modules/half')))
})

test('an installation made by hand, or lent by a link, is left alone', async () => {
  const byHand = project()
  spawnSync('npm', ['ci'], { cwd: byHand, env: shell(), stdio: 'ignore' })
  assert.partialDeepStrictEqual(await command(byHand), { ...done, hasInstalled: false })
  const lent = project()
  symlinkSync(join(byHand, 'node_modules'), join(lent, 'node_modules'))
  assert.partialDeepStrictEqual(await command(lent), { ...done, hasInstalled: false })
})

test('an installation by hand without an optional package will do, but not one without a needed package', async () => {
  const packages = {
    'node_modules/needed': { version: '1.0.0' },
    'node_modules/nice': { version: '1.0.0', optional: true },
  }
  const installed = { 'node_modules/needed': { version: '1.0.0' } }
  const root = project()
  write(root, 'package-lock.json', JSON.stringify({ lockfileVersion: 3, packages }))
  write(root, 'node_modules/.package-lock.json', JSON.stringify({ packages: installed }))
  assert.partialDeepStrictEqual(await command(root), { ...done, hasInstalled: false })
  rmSync(join(root, 'node_modules/.casewright-installed'))
  write(root, 'node_modules/.package-lock.json', JSON.stringify({ packages: {} }))
  assert.partialDeepStrictEqual(await command(root), { code: 1, hasInstalled: true })
})

test('of two that start at once, one installs and the other waits for it', async () => {
  const root = project()
  const both = await Promise.all([command(root), command(root)])
  for (const one of both) assert.partialDeepStrictEqual(one, done)
  assert.equal(both.filter((one) => one.hasInstalled).length, 1)
})

test('an installation that fails says so in a sentence, and the next start tries again', async () => {
  const root = project()
  const npm = mkdtempSync(join(tmpdir(), 'start-npm-'))
  projects.push(npm)
  write(npm, 'npm-cli.cjs', 'console.error("no network"); process.exit(7)')
  const failed = await command(root, { ...shell(), npm_execpath: join(npm, 'npm-cli.cjs') })
  assert.equal(failed.code, 1)
  assert.match(failed.errors, /no network\n"npm ci" failed \(7\); what it wrote above says why/)
  assert.partialDeepStrictEqual(await command(root), { ...done, hasInstalled: true })
})

test('a start that is killed while it installs leaves no npm behind', async () => {
  const root = project()
  const npm = mkdtempSync(join(tmpdir(), 'start-npm-'))
  projects.push(npm)
  write(npm, 'npm-cli.cjs', 'console.error("npm is", process.pid); setTimeout(() => {}, 60_000)')
  const env = { ...shell(), npm_execpath: join(npm, 'npm-cli.cjs') }
  const started = run(root, [process.execPath, 'bin/start.mjs'], env)
  while (!started.errors().includes('npm is')) await pause(20)
  const pid = Number(/npm is (\d+)/.exec(started.errors())?.[1])
  started.child.kill('SIGKILL')
  await started.ended
  await until(() => !existsSync(`/proc/${pid}`), 'npm has ended')
})

test('where no Node 24 can be had, a sentence says what to do', { skip: !oldNode }, async () => {
  const root = project()
  install(root)
  rmSync(join(root, 'node_modules/.bin/node'))
  const started = run(root, [oldNode ?? '', 'bin/start.mjs'])
  assert.equal(await started.ended, 1)
  assert.match(started.errors(), /^Casewright needs Node 24 or newer, this is Node \d+.*\n$/)
})
