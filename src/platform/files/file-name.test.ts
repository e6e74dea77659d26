import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  contentDisposition,
  safeFileName,
  shortenName,
  withoutDirectionSigns,
} from './file-name.ts'

test('a name is shortened before its extension', () => {
  assert.equal(shortenName('Response to your request.pdf', 12), 'Response.pdf')
  assert.equal(shortenName('short.pdf', 9), 'short.pdf')
  assert.equal(shortenName('no extension at all', 5), 'no ex')
  assert.equal(shortenName('a.b.c.docx', 7), 'a..docx'.slice(0, 7))
  assert.equal(shortenName('archive.a-very-long-extension-indeed', 10), 'archive.a-')
  assert.equal(shortenName('🏠🏠🏠🏠.png', 6), '🏠🏠.png')
  assert.equal(shortenName('x.jpeg', 5), 'x.jpe')
})

test('a name loses what changes the direction of letters', () => {
  assert.equal(withoutDirectionSigns('invoice\u202efdp.exe\u2066\u2069'), 'invoicefdp.exe')
  assert.equal(withoutDirectionSigns('تقرير.pdf'), 'تقرير.pdf')
})

const name = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('con', '.', ' ', 'e', '\u0301', '\u200d', '/', 'é'),
    maxLength: 300,
  }),
  fc
    .tuple(fc.string({ maxLength: 300 }), fc.constantFrom('.pdf', '.DOCX', '.tar.gz', ''))
    .map(([stem, extension]) => stem + extension),
)

test('a shortened name fits, begins as it did and keeps its extension where it can', () => {
  fc.assert(
    fc.property(name, fc.integer({ min: 1, max: 250 }), (text, max) => {
      const shortened = shortenName(text, max)
      const length = Array.from(text).length
      assert.equal(Array.from(shortened).length, Math.min(length, max))
      assert.equal(shortenName(shortened, max), shortened)
      assert.equal(Array.from(shortened)[0], Array.from(text)[0])
      if (max > 5 && text.endsWith('.pdf')) assert.ok(shortened.endsWith('.pdf'))
    }),
  )
})

test('a name that would be saved elsewhere, hidden, or as something else is made harmless', () => {
  const expected: Record<string, string> = {
    'Letter to Mrs O’Neill.pdf': 'Letter to Mrs O’Neill.pdf',
    '../../etc/passwd': '_.._etc_passwd',
    'C:\\temp\\a.doc': 'C__temp_a.doc',
    '.htaccess': 'htaccess',
    'name.pdf. . ': 'name.pdf',
    'a\r\nSet-Cookie: x.pdf': 'aSet-Cookie_ x.pdf',
    'invoice\u202efdp.exe': 'invoicefdp.exe',
    'two  spaces\u00a0here.txt': 'two spaces here.txt',
    'NUL.txt': '_NUL.txt',
    com1: '_com1',
    'lone \ud800 half.txt': 'lone half.txt',
    '': 'document',
    '...': 'document',
    __: 'document',
  }
  for (const [written, safe] of Object.entries(expected)) assert.equal(safeFileName(written), safe)
})

test('a safe name stays as it is, and is a single visible file name', () => {
  fc.assert(
    fc.property(name, (text) => {
      const safe = safeFileName(text)
      assert.equal(safeFileName(safe), safe)
      assert.ok(safe.length > 0 && Array.from(safe).length <= 200)
      assert.doesNotMatch(safe, /[\p{Cc}\p{Cf}/\\:*?"<>|]|^\.|^ | $|\.$/u)
    }),
    { numRuns: 500 },
  )
})

test('a download names its file for old and new browsers', () => {
  assert.equal(contentDisposition('inline', 'plan.pdf'), 'inline; filename="plan.pdf"')
  assert.equal(
    contentDisposition('attachment', 'Café (50%) "draft".pdf'),
    `attachment; filename="Cafe (50_) _draft_.pdf"; filename*=UTF-8''Caf%C3%A9%20%2850%25%29%20_draft_.pdf`,
  )
})

test('whatever the name, the header is one line of ASCII from which the name can be read', () => {
  fc.assert(
    fc.property(name, (text) => {
      const header = contentDisposition('attachment', text)
      const [, plain, , extended] =
        /^attachment; filename="([^"\\%]*)"(; filename\*=UTF-8''([\w!#$&+.^`|~%-]+))?$/.exec(
          header,
        ) ?? assert.fail(header)
      assert.doesNotMatch(header, /[^\x20-\x7e]/)
      assert.equal(
        extended === undefined ? plain : decodeURIComponent(extended),
        safeFileName(text),
      )
    }),
    { numRuns: 500 },
  )
})
