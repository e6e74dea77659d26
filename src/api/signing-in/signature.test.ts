import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readFormText } from '#api/reading/form-text.ts'
import { mergeParameters } from '#api/reading/wire-parameter.ts'
import { wireWords } from '#api/wire-word.ts'
import type { WireWord } from '#api/wire-word.ts'
import { isCallSigned, isSignatureOver } from './signature.ts'

const secret = '9d27e6b1f0435c8ea6b24c7d8'
const limits = { parameters: 100, nameLength: 100, xmlDepth: 4, jsonDepth: 4 }
const thatDay = '2026-03-14T09:30:00Z'

function isSigned(word: WireWord, query: string, at = thatDay): boolean {
  const parameters = mergeParameters(readFormText(query), [], limits)
  return isCallSigned({ word, parameters, now: new Date(at) }, secret)
}

const signatureOver = (text: string): string =>
  createHash('md5')
    .update(text + secret)
    .digest('hex')

describe('the vectors of contract 3.2', () => {
  const onCase = 'CaseId=700123&RequestDate=2026-03-14'
  const vectors: [word: WireWord, query: string, signature: string][] = [
    ['createcase', 'RequestDate=2026-03-14', 'b769328146680e47c4f8a1913535955c'],
    ['createcase', '', 'b769328146680e47c4f8a1913535955c'],
    ['createcase', 'RequestDate=2026-03-14T09:30:00', '8d30e85093f29ef76173fdc83b0b4ad5'],
    ['updateexternalid', onCase, 'f6308f70f24bfcc188dd2836f035e306'],
    ['getcasedetails', onCase, 'f6308f70f24bfcc188dd2836f035e306'],
    ['uploaddocuments', onCase, 'f6308f70f24bfcc188dd2836f035e306'],
    ['getcasedetails', 'ExternalId=EXT-0042', '048e9664f3847aafe7cf4596654e07a1'],
    [
      'addcasenotes',
      'CaseId=700123&RequestDate=2026-03-14T09:30:00',
      '9056c31475e6b7fbc697bc746c62e284',
    ],
    ['updatecustomer', 'Id=C90017&RequestDate=2026-03-14', 'c55449ab2e9fa10776daefa200f83203'],
    ['getreport', 'ReportId=55021&RequestDate=2026-03-14', '4b26b5cf9950bd886871b243481922cb'],
    [
      'updateaccount',
      'ExternalAccountId=ACC-77&RequestDate=2026-03-14',
      '7bef354db33e2edeed8b35830ff5a2df',
    ],
  ]
  for (const [word, query, signature] of vectors) {
    test(`${word} ${query || 'without a date'}`, () => {
      assert.ok(isSigned(word, `${query}&Signature=${signature}`))
      assert.ok(isSigned(word, `${query}&signature=${signature.toUpperCase()}`))
      const other = (signature.startsWith('0') ? '1' : '0') + signature.slice(1)
      assert.ok(!isSigned(word, `${query}&Signature=${other}`))
    })
  }

  test('deep links to a form and to a case', () => {
    assert.ok(isSignatureOver(['C90017'], '31f5a2e04c62a7ca88502d6162304d59', secret))
    assert.ok(isSignatureOver(['700123'], 'be89fb14cc045be802462e6abf6f6461', secret))
    assert.ok(!isSignatureOver(['700124'], 'be89fb14cc045be802462e6abf6f6461', secret))
  })

  test('without a date the days around the moment in UTC are good, others are not', () => {
    const late = '2026-07-01T23:30:00Z'
    assert.ok(isSigned('createcase', 'Signature=47a6e16ae2a9aadfdbed5f236c81f246', late))
    assert.ok(isSigned('createcase', 'Signature=3ba6b6d6065d75a70d22e8e4c7c7ca0a', late))
    for (const day of ['2026-06-30', '2026-07-01', '2026-07-02']) {
      assert.ok(isSigned('createcase', `Signature=${signatureOver(day)}`, late), day)
    }
    for (const day of ['2026-06-29', '2026-07-03']) {
      assert.ok(!isSigned('createcase', `Signature=${signatureOver(day)}`, late), day)
    }
  })
})

describe('what a signature covers', () => {
  const oneOf = (word: WireWord, query: string, text: string): boolean =>
    isSigned(word, `${query}&Signature=${signatureOver(text)}`)

  test('with both references sent, either may have been signed', () => {
    const both = 'CaseId=1&ExternalId=E&RequestDate=d'
    assert.ok(oneOf('addcasenotes', both, '1d'))
    assert.ok(oneOf('updateexternalid', both, 'Ed'))
    assert.ok(!oneOf('addcasenotes', both, 'd'))
  })

  test('the date is hashed as sent, old or odd', () => {
    assert.ok(
      oneOf('createcase', 'RequestDate=1999-12-31T23:59:59%2B05:00', '1999-12-31T23:59:59+05:00'),
    )
    assert.ok(!oneOf('createcase', 'RequestDate=2026-03-14T09:30:00', '2026-03-14'))
  })

  test('a signature of createcase opens no call about a case', () => {
    for (const word of wireWords) {
      if (word === 'createcase') continue
      const references = 'CaseId=1&Id=1&ReportId=1&ExternalAccountId=1&UserName=1&Type=1'
      assert.ok(!oneOf(word, `${references}&RequestDate=d`, 'd'), word)
    }
    assert.ok(!oneOf('addcasenotes', 'ExternalId=1&RequestDate=d', 'd'))
  })

  test('a call without its reference is signed over the date alone', () => {
    assert.ok(oneOf('addcasenotes', 'RequestDate=d', 'd'))
    assert.ok(oneOf('updateexternalid', 'ExternalId=1&RequestDate=d', 'd'))
    assert.ok(oneOf('getcases', 'RequestDate=d', 'd'))
    assert.ok(oneOf('getrecentcaselist', 'UserName=sam&RequestDate=d', 'samd'))
  })

  test('an empty date is one that was hashed empty, or none', () => {
    assert.ok(oneOf('createcase', 'RequestDate=', ''))
    assert.ok(oneOf('createcase', 'RequestDate=', '2026-03-14'))
    assert.ok(!oneOf('createcase', '', ''))
  })

  test('whatever is sent as a signature, a wrong one is refused in silence', () => {
    const anyText = fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-f]{32}$/))
    fc.assert(
      fc.property(anyText, (signature) => {
        assert.equal(isSignatureOver(['a'], signature, secret), false)
      }),
    )
  })
})
