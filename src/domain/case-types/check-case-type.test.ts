import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { checkCaseType } from './check-case-type.ts'
import { parseCaseType } from './parse-case-type.ts'

const root = new URL('../../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')

function faultsOf(definition: unknown): readonly string[] {
  const parsed = parseCaseType(definition)
  return 'faults' in parsed ? parsed.faults : checkCaseType(parsed.caseType, { others: [] })
}

test('the example of the guide has no fault', () => {
  const [, example = ''] = /```json\n(.*?)```/s.exec(read('docs/guide/procedures.md')) ?? []
  assert.deepEqual(faultsOf(JSON.parse(example)), [])
})

test('the case types of the demonstration have no fault', () => {
  const files = readdirSync(new URL('seeds/case-types/', root))
  assert.ok(files.length > 0)
  for (const file of files)
    assert.deepEqual(faultsOf(JSON.parse(read(`seeds/case-types/${file}`))), [], file)
})
