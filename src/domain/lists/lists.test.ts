import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choice } from '#kernel/kinds.ts'
import { pageOf, place, several, writePlace } from './index.ts'

test('what a list gives as its place leads on from there', () => {
  for (const one of [
    { key: '2031-05-09', caseId: 1001, item: 0 },
    { key: 'infinity', caseId: 7, item: 12 },
  ])
    assert.deepEqual(place.read(writePlace(one)), { value: one })
  for (const bad of place.bad) assert.ok('fault' in place.read(bad), bad)
})

test('only where more was found than a page holds is there another', () => {
  const rows = [1, 2, 3].map((caseId) => ({ key: '2031-05-09', caseId, item: 0 }))
  assert.equal(pageOf(rows, 3).next, undefined)
  const { rows: shown, next } = pageOf(rows, 2)
  assert.deepEqual([shown.length, next], [2, '2.0.2031-05-09'])
})

test('several values are read line by line, and one that is bad is told', () => {
  const kinds = several(choice('case', 'task'))
  assert.deepEqual(kinds.read('task\nCase\n'), { value: ['task', 'case'] })
  assert.ok('fault' in kinds.read('task\nletter'))
})
