import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineDiff } from './line-diff.ts'

const told = (before: string, after: string) =>
  lineDiff(before, after).map(({ mark, line }) => `${mark}${line}`)

test('lines that stayed, went and came are told in their order', () => {
  assert.deepEqual(told('a\nb\nc\nd', 'a\nc\nx\nd\ne'), [' a', '-b', ' c', '+x', ' d', '+e'])
  assert.deepEqual(told('a\na\nb', 'b\na\na'), ['+b', ' a', ' a', '-b'])
  assert.deepEqual(told('a', 'a'), [' a'])
})

test('texts too long to be compared are told one after the other, but for what they begin with', () => {
  const long = (word: string) => `same\n${`${word}\n`.repeat(2100)}end`
  const marks = lineDiff(long('x'), long('y')).map(({ mark }) => mark)
  assert.deepEqual(marks.join('').replaceAll(/(.)\1+/g, '$1'), ' -+')
})
