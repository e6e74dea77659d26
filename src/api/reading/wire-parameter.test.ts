import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readFormText } from './form-text.ts'
import { mergeParameters, operationParameters, UnreadableBody, valueOf } from './wire-parameter.ts'

const limits = { parameters: 4, nameLength: 12, xmlDepth: 4, jsonDepth: 4 }

function merge(query: string, body = ''): string {
  const merged = mergeParameters(readFormText(query), readFormText(body), limits)
  return Array.from(merged.values(), ({ name, value }) => `${name}=${value}`).join('&')
}

describe('query and body together', () => {
  const merges: [query: string, body: string, merged: string][] = [
    ['A=1', 'B=2', 'A=1&B=2'],
    ['A=1', 'A=2', 'A=2'],
    ['A=1', 'a=2', 'a=2'],
    ['A=1&A=2', '', 'A=2'],
    ['', 'A=1&a=2', 'a=2'],
    ['A=1', 'A=', 'A='],
    ['db=x', 'DB=y', 'db=x'],
    ['access_token=x', 'access_token=y', 'access_token=x'],
    ['key=x&Signature=s', 'Key=y&signature=t', 'key=x&Signature=s'],
    ['', 'Key=x&Key=y&db=z', 'Key=y&db=z'],
  ]
  for (const [query, body, merged] of merges) {
    test(`"${query}" and "${body}" are "${merged}"`, () => assert.equal(merge(query, body), merged))
  }

  test('as many parameters as allowed are read, one more is refused', () => {
    assert.equal(merge('A=1&B=2', 'C=3&D=4'), 'A=1&B=2&C=3&D=4')
    assert.throws(() => merge('A=1&B=2', 'C=3&D=4&E=5'), UnreadableBody)
    assert.throws(() => merge('', 'A=1&A=1&A=1&A=1&A=1'), UnreadableBody)
  })

  test('a name as long as allowed is read, a longer one refused', () => {
    assert.equal(merge('abcdefghijkl=1'), 'abcdefghijkl=1')
    assert.throws(() => merge('abcdefghijklm=1'), UnreadableBody)
  })

  test('a value is found under its name in any case', () => {
    const merged = mergeParameters(readFormText('UserName=x'), [], limits)
    assert.equal(valueOf(merged, 'Username'), 'x')
    assert.equal(valueOf(merged, 'Type'), undefined)
  })

  test('line breaks are stored as LF, and nothing that a database refuses', () => {
    const merged = mergeParameters([], [{ name: 'A', value: 'a\r\nb\rc\n\0d\ud800' }], limits)
    assert.equal(operationParameters(merged).get('a')?.value, 'a\nb\nc\nd\ufffd')
    assert.equal(valueOf(merged, 'A'), 'a\r\nb\rc\n\0d\ud800')
  })
})
