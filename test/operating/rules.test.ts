import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { faultOf, licenceFaults } from '#bin/licences.ts'
import { faultsIn, faultsOf, filesOf, rules } from '#bin/rules.ts'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

test('the project keeps the rules of the house', () => {
  assert.deepEqual(faultsIn(root), [])
})

test('every kind of file is looked at', () => {
  const files = filesOf(root)
  for (const file of [
    'src/main.ts',
    'src/web/layout/casewright.css',
    'migrations/HEAD',
    'docs/reference/openapi.json',
    'bin/check',
    '.ci/run',
    'Dockerfile',
    'STYLE.md',
    'test/operating/rules.test.ts',
  ])
    assert.ok(files.includes(file), file)
  assert.ok(!files.some((file) => file.includes('node_modules')))
})

const offences: readonly (readonly [file: string, bad: string, good: string])[] = [
  ['src/a.ts', 'x\n'.repeat(301), 'x\n'.repeat(300)],
  ['src/a.ts', 'export default 1', 'export const one = 1'],
  ['src/a.ts', `// ${'TO'}DO: mend this`, `// ${'TO'}DO(#12): mend this`],
  ['src/a.ts', 'process.env.X', 'environment.X'],
  ['src/a.ts', 'const now = new Date()', 'const then = new Date(text)'],
  ['docs/a.md', `see ${'/ho'}me/ann/x`, 'see docs/x'],
]

test('each rule finds what breaks it, and lets pass what does not', () => {
  assert.equal(offences.length, rules.length)
  for (const [index, [file, bad, good]] of offences.entries()) {
    assert.deepEqual(faultsOf(file, bad), [`${file}: ${rules[index]?.name}`])
    assert.deepEqual(faultsOf(file, good), [])
  }
})

test('tests may read the time and the environment, their own and that of the program', () => {
  assert.deepEqual(faultsOf('src/a.test.ts', 'new Date() process.env'), [])
})

test('every dependency has a licence that this project can live with', () => {
  assert.deepEqual(licenceFaults(root), [])
})

test('a licence that is missing, unknown, or only in part permissive is a fault', () => {
  assert.equal(faultOf('some', 'MIT'), undefined)
  assert.equal(faultOf('some', '(MIT OR GPL-3.0)'), undefined)
  assert.equal(faultOf('some', '(MIT AND Zlib)'), undefined)
  assert.match(faultOf('some', '(MIT AND GPL-3.0)') ?? '', /GPL-3.0/)
  assert.match(faultOf('some', 'AGPL-3.0') ?? '', /AGPL-3.0 is not on the list/)
  assert.equal(faultOf('some', undefined), 'no licence is stated')
  assert.equal(faultOf('axe-core', 'MPL-2.0'), undefined)
  assert.match(faultOf('other', 'MPL-2.0') ?? '', /MPL-2.0/)
})
