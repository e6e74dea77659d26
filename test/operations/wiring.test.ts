import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { errorRows } from '#api/answering/error-table.ts'
import { extensions, isWireWord } from '#api/wire-word.ts'
import { permissions } from '#kernel/permission.ts'
import { commonRefusals } from '#kernel/refusal.ts'
import { allOperations } from '#operations'
import { serviceWords } from '#test/contract-stage.ts'

const source = globSync('src/{domain,reporting}/**/*.ts', { exclude: ['**/*.test.ts'] })
  .toSorted()
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
const offered = allOperations.filter(({ isWebOnly }) => !isWebOnly)
const common = new Set<string>(commonRefusals.map(({ name }) => name))

const isOperation = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'handle' in value && 'permission' in value

test('every file that declares an operation is listed', async () => {
  const files = source.filter(({ text }) => /\boperation\(\{/.test(text))
  assert.ok(files.length >= allOperations.length)
  const listed = new Set<unknown>(allOperations)
  for (const { file } of files) {
    const module = (await import(new URL(`../../${file}`, import.meta.url).href)) as object
    const declared = Object.values(module).filter(isOperation)
    assert.ok(declared.length > 0, `${file} exports its operation`)
    for (const one of declared) assert.ok(listed.has(one), `${file} is in src/operations.ts`)
  }
})

/** Services of our own beside the contract's; the documentation marks each as one. */
const ours = ['getdeadlines']

test('every service of the contract is an operation, and every operation a caller reaches a word of it', () => {
  assert.deepEqual(
    offered.map(({ name }) => name).toSorted(),
    [...serviceWords, ...ours, 'download'].toSorted(),
  )
  for (const { name } of offered) assert.ok(isWireWord(name), name)
  assert.deepEqual([...extensions], ours)
})

test('no two operations have one name', () => {
  const names = allOperations.map(({ name }) => name)
  assert.deepEqual(names.toSorted(), [...new Set(names)].toSorted())
})

test('every permission is asked for by an operation or looked for within one', () => {
  const asked = new Set<string>(allOperations.map(({ permission }) => permission))
  const lookedFor = source.flatMap(({ text }) =>
    Array.from(text.matchAll(/permissions\.has\('([^']+)'\)/g), ([, name]) => name),
  )
  for (const name of permissions) assert.ok(asked.has(name) || lookedFor.includes(name), name)
})

const rowsOf = (word: string) =>
  errorRows.filter((row) => row.word === word || row.word === 'any').flatMap(({ causes }) => causes)

test('every refusal that a caller may get has a row in the table of errors', () => {
  for (const { name, errors } of offered)
    for (const { name: refused } of errors)
      assert.ok(rowsOf(name).includes(`refusal ${refused}` as never), `${name}: ${refused}`)
})

test('every refusal in the table of errors is one that the service may give', () => {
  for (const { word, causes } of errorRows)
    for (const cause of causes) {
      const [, refused] = /^refusal ([a-zA-Z]+)$/.exec(cause) ?? []
      if (refused === undefined) continue
      const giving = offered.filter(({ name }) => word === 'any' || name === word)
      const isGiven = giving.some(({ errors }) => errors.some(({ name }) => name === refused))
      assert.ok(isGiven || common.has(refused), `${word}: ${refused}`)
    }
})

test('every refusal that is declared is one that an operation may give', () => {
  const given = new Set(allOperations.flatMap(({ errors }) => errors.map(({ name }) => name)))
  for (const { file, text } of source)
    for (const [, name = ''] of text.matchAll(/\brefusal\(\s*'([a-zA-Z]+)'/g))
      assert.ok(given.has(name), `${name} of ${file}`)
})
