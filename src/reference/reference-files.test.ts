import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { errorBases } from '#api/answering/error-bases.ts'
import { errorRows } from '#api/answering/error-table.ts'
import { isWireWord } from '#api/wire-word.ts'
import { wireError } from '#api/answering/wire-error.ts'
import { variables, type Variable } from '#config'
import { eventKinds } from '#domain/events/index.ts'
import { parameterRows } from '#kernel/parameters.ts'
import { permissions } from '#kernel/permission.ts'
import { allOperations } from '#operations'
import { referenceFiles, staleFiles, writeReference } from './reference-files.ts'
import { describeAll } from './service.ts'

const files = await referenceFiles()
const offered = allOperations.filter(({ isWebOnly, name }) => !isWebOnly && isWireWord(name))

test('every generated file is as the program would write it (bin/docs mends it)', async () => {
  assert.deepEqual(await staleFiles(), [])
})

test('a file that was changed, lost or left over is called stale, and is mended', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'reference-'))
  try {
    await writeReference(directory)
    assert.deepEqual(await staleFiles(directory), [])
    writeFileSync(join(directory, 'docs/reference/events.md'), 'something else')
    rmSync(join(directory, 'docs/reference/errors.md'))
    writeFileSync(join(directory, 'docs/reference/old.md'), '')
    assert.deepEqual((await staleFiles(directory)).toSorted(), [
      'docs/reference/errors.md',
      'docs/reference/events.md',
      'docs/reference/old.md',
    ])
    await writeReference(directory)
    assert.deepEqual(await staleFiles(directory), [])
  } finally {
    rmSync(directory, { recursive: true })
  }
})

describe('every service', () => {
  const services = describeAll(allOperations)

  test('has its chapter, and those only for screens have none', () => {
    assert.deepEqual(
      services.map(({ word }) => word),
      offered.map(({ name }) => name),
    )
    for (const { word } of services)
      assert.match(files['docs/reference/operations.md'] ?? '', new RegExp(`^### ${word}$`, 'm'))
    assert.ok(!files['docs/reference/operations.md']?.includes('### getnotekinds'))
  })

  test('shows each of its parameters', () => {
    for (const { name, parameters } of offered) {
      const chapter =
        files['docs/reference/operations.md']?.split(`#### Parameters of ${name}`)[1] ?? ''
      for (const row of parameterRows(parameters))
        assert.ok(chapter.split('####')[0]?.includes(`| \`${row.name}\` |`), `${name} ${row.name}`)
    }
  })

  test('shows each refusal that it declares, with the code that is sent', () => {
    for (const { word, errors } of services) {
      const declared = offered.find(({ name }) => name === word)?.errors ?? []
      for (const refusal of declared) {
        const { code, status, info } = wireError(word, { refusal: refusal.name })
        assert.ok(
          errors.some((row) => row.code === code && row.status === status && row.info === info),
          `${word} ${refusal.name}`,
        )
      }
    }
  })

  test('shows what it says of a missing parameter', () => {
    for (const { word, errors, parameters } of services)
      for (const { name, isRequired } of parameters) {
        if (!isRequired) continue
        const { code, info } = wireError(word, { missing: name })
        assert.ok(
          errors.some((row) => row.code === code && row.info.replace('‹Name›', name) === info),
          `${word} ${name}`,
        )
      }
  })
})

test('every row of the table of errors is there, its text and its code', () => {
  for (const { word, offset, info, status, when, evidence } of errorRows) {
    const base = word === 'any' || word === 'none' ? 0 : errorBases[word].base
    const code = word === 'any' ? `+${offset}` : String(base + offset)
    const line = `| ${code} | ${status} | \`${info}\` | ${when} | ${evidence} |\n`
    assert.ok(files['docs/reference/errors.md']?.includes(line), line)
  }
})

test('every permission and event is there', () => {
  for (const permission of permissions)
    assert.ok(files['docs/reference/permissions.md']?.includes(`\`${permission}\``))
  for (const kind of eventKinds)
    assert.ok(files['docs/reference/events.md']?.includes(`\`${kind}\``))
})

test('every variable is there, with an example and with its default', () => {
  const lines = (files['docs/reference/environment.md'] ?? '').split('\n')
  for (const variable of Object.values<Variable>(variables)) {
    const line = lines.find((one) => one.startsWith(`| \`${variable.name}\` |`)) ?? ''
    assert.ok(line.endsWith(`| \`${variable.example}\` |`), variable.name)
    assert.ok(line.includes(variable.default ?? variable.otherwise ?? variable.name), variable.name)
  }
})
