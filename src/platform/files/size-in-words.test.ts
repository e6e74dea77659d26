import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sizeInWords } from './size-in-words.ts'

const said: readonly (readonly [bytes: number, words: string])[] = [
  [0, '1 KB'],
  [1, '1 KB'],
  [12_345, '12 KB'],
  [999_499, '999 KB'],
  [999_500, '1 MB'],
  [4_249_999, '4.2 MB'],
  [9_960_000, '10 MB'],
  [52_000_000, '52 MB'],
  [104_857_600, '105 MB'],
]

test('sizes are said as people read them', () => {
  for (const [bytes, words] of said) assert.equal(sizeInWords(bytes), words, String(bytes))
})
