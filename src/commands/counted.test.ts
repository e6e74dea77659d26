import assert from 'node:assert/strict'
import { test } from 'node:test'
import { counted } from './counted.ts'

test('one thing is told otherwise than none and several', () => {
  const told = [0, 1, 2].map((number) => counted(number, 'deadline'))
  assert.deepEqual(told, ['0 deadlines', '1 deadline', '2 deadlines'])
})
