import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spreadsheetLine } from './spreadsheet.ts'

test('a spreadsheet works out nothing of what it is given', () => {
  for (const first of ['=', '+', '-', '@', '\t'])
    assert.equal(spreadsheetLine([`${first}1+1`]), `'${first}1+1\r\n`)
  assert.equal(spreadsheetLine(['\r=1']), `"'\r=1"\r\n`)
})

test('what holds commas, quotes or line ends is one cell all the same', () => {
  assert.equal(spreadsheetLine(['a,b', 'say "no"', 'c\nd', '']), '"a,b","say ""no""","c\nd",\r\n')
})
