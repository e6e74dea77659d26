import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Kind } from '#kernel/kind.ts'
import * as kinds from '#kernel/kinds.ts'
import { allOperations } from '#operations'
import { describeAll } from './service.ts'
import { valueTypes } from './value-types-chapter.ts'

const named = (name: string) => {
  const found = valueTypes.find((type) => type.name === name)
  assert.ok(found, name)
  return found
}

test('every type that a table of parameters names is there once, and no other', () => {
  const used = describeAll(allOperations).flatMap(({ parameters }) =>
    parameters.map(({ kind }) => kind),
  )
  assert.deepEqual(valueTypes.map(({ name }) => name).toSorted(), [...new Set(used)].toSorted())
})

test('every sample is accepted, and every good sample of a kind is shown or too long', () => {
  const some: readonly Kind<unknown>[] = [
    kinds.date,
    kinds.dateTime,
    kinds.flag,
    kinds.caseNumber,
    kinds.decimal,
  ]
  for (const { name, good, read } of some) {
    const { samples } = named(name)
    for (const sample of samples) assert.ok('value' in read(sample), `${name} ${sample}`)
    for (const sample of good) assert.ok(samples.includes(sample) || sample.length > 30, sample)
  }
})

test('the limits are those of the kinds', () => {
  assert.match(named('text').accepted, /^Up to 4,000 characters/)
  assert.match(named('long text').accepted, /^Up to 1,000,000 characters/)
  assert.match(named('id').accepted, /^Up to 500 characters/)
})

test('dates of accounts are as strict as is said', () => {
  assert.match(named('date').accepted, /In updateaccount year first and no time$/)
  const parameters = allOperations.find(({ name }) => name === 'updateaccount')?.parameters
  const balanceDate = parameters?.['balanceDate']
  assert.ok(balanceDate && 'kind' in balanceDate)
  for (const sent of ['21/05/2026', '2026-05-21T10:15:00'])
    assert.ok('fault' in balanceDate.kind.read(sent), sent)
})
