import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { allowedInXml, rowsOfCsv, rowsOfJson, rowsOfXml } from '#test/read-rows.ts'
import { csvLayout, jsonLayout, xmlLayout, type RowLayout } from './row-layout.ts'
import { rowWriter } from './row-writer.ts'

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
}
/** As COPY writes rows: texts apart by tabs, special characters after a backslash. */
const copied = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(
    rows
      .map((row) => row.map((text) => text.replaceAll(/[\\\b\f\n\r\t\v]/g, (c) => escapes[c] ?? c)))
      .map((row) => `${row.join('\t')}\n`)
      .join(''),
  )

function written(layout: RowLayout, bytes: Buffer, chunkLength = bytes.length || 1): string {
  const writer = rowWriter(layout)
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length; at += chunkLength) {
    const part = writer.write(bytes.subarray(at, at + chunkLength))
    if (part) parts.push(part)
  }
  return Buffer.concat([...parts, writer.finish()]).toString()
}

const names = ['CaseDetails.CaseId', 'CaseStatus.Status', 'Notes']
const elements = { all: 'Cases', one: 'Case' }
const bare = { hasHeader: false, hasFooter: false }

const forLists = ['"', ',', '\r', '\n', '\r\n', '\\', '\\n', '\\.', '\\N', '\t', '\v', '\b', '\f']
const forMarkup = ['<', '>', '&', ']]>', '\u0001', '\u001f', '\u007f', '\ufffe', '\uffff', '\uffed']
const nasty = [...forLists, ...forMarkup, 'é', '😀', ' ', '{', '}']
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...nasty), { maxLength: 12 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replaceAll('\0', '')),
)
const anyRows = fc.array(fc.tuple(anyText, anyText, anyText), { maxLength: 6 })
const anyLength = fc.integer({ min: 1, max: 40 })

test('any text in a row comes out of JSON as it went in, wherever the chunks end', () => {
  fc.assert(
    fc.property(anyRows, anyLength, (rows, length) => {
      assert.deepEqual(rowsOfJson(written(jsonLayout(names), copied(rows), length)), rows)
    }),
    { numRuns: 500 },
  )
})

test('any text in a row comes out of CSV as it went in, wherever the chunks end', () => {
  fc.assert(
    fc.property(anyRows, anyLength, (rows, length) => {
      assert.deepEqual(rowsOfCsv(written(csvLayout(names, bare), copied(rows), length)), rows)
    }),
    { numRuns: 500 },
  )
})

test('any text in a row comes out of XML as it went in, less what XML forbids, wherever the chunks end', () => {
  fc.assert(
    fc.property(anyRows, anyLength, (rows, length) => {
      const xml = written(xmlLayout(names, elements), copied(rows), length)
      assert.deepEqual(
        rowsOfXml(xml),
        rows.map((row) => row.map(allowedInXml)),
      )
    }),
    { numRuns: 500 },
  )
})

test('texts of every length keep their order across many pieces of reply', () => {
  const rows = Array.from({ length: 5000 }, (_, at) => [
    String(at),
    '"'.repeat(at % 7),
    '&x'.repeat(at === 2500 ? 200_000 : at % 90),
  ])
  assert.deepEqual(rowsOfJson(written(jsonLayout(names), copied(rows), 5000)), rows)
  assert.deepEqual(rowsOfCsv(written(csvLayout(names, bare), copied(rows), 5000)), rows)
  assert.deepEqual(rowsOfXml(written(xmlLayout(names, elements), copied(rows), 5000)), rows)
})

test('JSON is one array of flat objects, all text, and [] when empty (6.5)', () => {
  assert.equal(
    written(
      jsonLayout(['a.A', 'b.B']),
      copied([
        ['1', 'x'],
        ['2', ''],
      ]),
    ),
    '[{"a.A": "1", "b.B": "x"}, {"a.A": "2", "b.B": ""}]',
  )
  assert.equal(written(jsonLayout(['a.A']), copied([])), '[]')
})

test('XML holds an element for each row on one line, and <Cases /> when empty (6.5, 4.2)', () => {
  const layout = xmlLayout(['CaseDetails.CaseId', 'Notes'], elements)
  assert.equal(
    written(layout, copied([['700123', '']])),
    '<?xml version="1.0" encoding="UTF-8"?><Cases><Case><CaseDetails.CaseId>700123</CaseDetails.CaseId><Notes></Notes></Case></Cases>',
  )
  assert.equal(written(layout, copied([])), '<?xml version="1.0" encoding="UTF-8"?><Cases />')
  assert.match(
    written(xmlLayout(['Notes'], elements), copied([['a\r\nb\rc\nd']])),
    /<Notes>a\nb\nc\nd<\/Notes>/,
  )
})

test('CSV has CR LF, its header and footer as asked, and quotes only what needs it (4.3, 6.5)', () => {
  const both = { hasHeader: true, hasFooter: true }
  const rows = copied([
    ['1', 'a,b'],
    ['2', 'say "no"'],
  ])
  assert.equal(
    written(csvLayout(['a.A', 'b,B'], both), rows),
    'a.A,"b,B"\r\n1,"a,b"\r\n2,"say ""no"""\r\n2\r\n',
  )
  assert.equal(written(csvLayout(['a.A', 'b.B'], bare), rows), '1,"a,b"\r\n2,"say ""no"""\r\n')
  assert.equal(written(csvLayout(['a.A', 'b.B'], both), copied([])), 'a.A,b.B\r\n0\r\n')
  assert.equal(written(csvLayout(['a.A'], bare), copied([['']])), '""\r\n')
})

test('a row that is not whole is never closed as if it were', () => {
  for (const part of ['1\tx', '1\tx\n2', '1\\']) {
    const writer = rowWriter(jsonLayout(['a', 'b']))
    writer.write(Buffer.from(part))
    assert.throws(() => writer.finish(), /not whole/)
  }
})
