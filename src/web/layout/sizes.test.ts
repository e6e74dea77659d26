import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sizeInWords } from './sizes.ts'

const said: readonly (readonly [bytes: number, words: string])[] = [
  [0, '1KB'],
  [1, '1KB'],
  [12_345, '12KB'],
  [999_499, '999KB'],
  [999_500, '1MB'],
  [4_249_999, '4.2MB'],
  [52_000_000, '52MB'],
]

for (const [bytes, words] of said) {
  test(`${bytes} bytes are ${words}`, () => assert.equal(sizeInWords(bytes), words))
}
