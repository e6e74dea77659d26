import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readBody } from './body.ts'
import { readFormText } from './form-text.ts'
import { UnreadableBody } from './wire-parameter.ts'
import type { WireParameter } from './wire-parameter.ts'

const limits = { parameters: 100, nameLength: 100, xmlDepth: 4, jsonDepth: 4 }
type Pairs = [name: string, value: string][]

function pairs(parameters: readonly WireParameter[]): Pairs {
  return parameters.map(({ name, value }) => [name, value])
}

function read(contentType: string | undefined, text: string): Pairs {
  return pairs(readBody(contentType, Buffer.from(text), limits).parameters)
}

describe('query and form text', () => {
  const texts: [text: string, ...expected: Pairs][] = [
    ['A=1&B=2', ['A', '1'], ['B', '2']],
    ['A=x+y%20z', ['A', 'x y z']],
    ['assertion=e30.e30==', ['assertion', 'e30.e30==']],
    ['A', ['A', '']],
    ['A=', ['A', '']],
    ['&&A=1&', ['A', '1']],
    ['=1&A=1', ['A', '1']],
    ['A=100%', ['A', '100%']],
    ['A=100%25', ['A', '100%']],
    ['A=%zz%41', ['A', '%zzA']],
    ['A=%E9t%C3%A9', ['A', '%E9té']],
    ['A=%C3', ['A', '%C3']],
    ['A=%F0%9F%98%80%80', ['A', '😀%80']],
    ['A=http://h:8/p?q', ['A', 'http://h:8/p?q']],
    ['A=a%0D%0Ab', ['A', 'a\r\nb']],
    ['Customer.Surname=O%27Dee+%26+Sons', ['Customer.Surname', "O'Dee & Sons"]],
    ['a%3Db=c', ['a=b', 'c']],
    ['', ...([] as Pairs)],
  ]
  for (const [text, ...expected] of texts) {
    test(`"${text}" is read`, () => assert.deepEqual(pairs(readFormText(text)), expected))
  }

  test('nothing of a well-formed form is lost', () => {
    const field = fc.tuple(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.array(field), (fields) => {
        const text = fields.map((field) => field.map(encodeURIComponent).join('=')).join('&')
        assert.deepEqual(pairs(readFormText(text)), fields)
        const browsers = new URLSearchParams(fields).toString()
        assert.deepEqual(pairs(readFormText(browsers)), fields)
      }),
    )
  })
})

describe('JSON bodies', () => {
  const json = 'application/json'
  const bodies: [text: string, ...expected: Pairs][] = [
    ['{"Customer.Surname": "Bell"}', ['Customer.Surname', 'Bell']],
    ['[{"A": "1"}]', ['A', '1']],
    ['{"A": true, "B": false, "C": 42}', ['A', 'true'], ['B', 'false'], ['C', '42']],
    ['{"A": 212.40}', ['A', '212.40']],
    ['{"A": 12345678901234567890}', ['A', '12345678901234567890']],
    ['{"A": 1e400}', ['A', '1e400']],
    ['{"A": null}', ...([] as Pairs)],
    ['{"Customer": {"Surname": "Bell"}}', ['Customer.Surname', 'Bell']],
    ['{"Customer": {}, "A": "1"}', ['A', '1']],
    ['{"A": ["x", 1, true, null]}', ['A', 'x, 1, true']],
    ['{"A": [{"B": "1"}], "C": [], "D": [["x"]]}', ...([] as Pairs)],
    ['{"A": "1", "A": "2"}', ['A', '2']],
    ['{"__proto__": {"A": "1"}, "constructor": "2"}', ['__proto__.A', '1'], ['constructor', '2']],
    ['{"A": "[[[[[[\\"{{{{{"}', ['A', '[[[[[["{{{{{']],
    ['\ufeff {"A": "1"}', ['A', '1']],
    ['{}', ...([] as Pairs)],
    ['[]', ...([] as Pairs)],
  ]
  for (const [text, ...expected] of bodies) {
    test(`${text} is read`, () => assert.deepEqual(read(json, text), expected))
  }

  for (const text of ['{', '[{},{}]', '"x"', '42', 'null', '[1]', 'A=1', '{"A":[[[[1]]]]}']) {
    test(`${text} cannot be read`, () => assert.throws(() => read(json, text), UnreadableBody))
  }

  test('ten thousand brackets are refused, not followed', () => {
    assert.throws(() => read(json, '['.repeat(10_000)), UnreadableBody)
    assert.throws(() => read(json, '{"A":'.repeat(100_000)), UnreadableBody)
  })

  test('nothing of a flat object is lost', () => {
    const key = fc.string({ unit: 'binary', minLength: 1 })
    const object = fc.dictionary(key, fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(object, (members) => {
        assert.deepEqual(read(json, JSON.stringify(members)), Object.entries(members))
      }),
    )
  })
})

describe('a body that would hold up everybody else', () => {
  const tooMuch: [what: string, contentType: string, text: string][] = [
    ['list', 'application/json', `{"x":[${'1,'.repeat(1_000_000)}1]}`],
    ['prefix', 'application/json', `{"${'k'.repeat(101)}":{"a":1}}`],
    ['form', 'application/x-www-form-urlencoded', 'a&'.repeat(1_000_000)],
    ['references', 'text/xml', `<x>${'&#65;'.repeat(200_000)}</x>`],
    ['attributes', 'text/xml', `<x ${"a='1' ".repeat(200_000)}/>`],
    ['brackets', 'text/xml', `<x><![CDATA[${'] '.repeat(200_000)}]]></x>`],
    ['comments', 'text/xml', `<x><!--${'- '.repeat(50_000)}--></x>`],
    ['instructions', 'text/xml', `<x><?p ${'? '.repeat(50_000)}?></x>`],
    ['lines', 'text/xml', `<x>${'\r\n'.repeat(600_000)}</x>`],
    ['elements', 'text/xml', '<x/>'.repeat(101)],
    ['element name', 'text/xml', `<${'n'.repeat(101)}/>`],
  ]
  for (const [what, contentType, text] of tooMuch) {
    test(`is refused: ${what}`, () => {
      assert.throws(() => read(contentType, text), UnreadableBody)
    })
  }

  test('as many elements as parameters are read', () => {
    const [only] = read('application/json', JSON.stringify({ x: Array(100).fill('1') }))
    assert.equal(only?.[1].split(', ').length, 100)
  })
})

describe('XML bodies', () => {
  const declaration = '<?xml version="1.0" encoding="UTF-8" ?>'
  const bodies: [text: string, ...expected: Pairs][] = [
    [`${declaration} <Type>RENT</Type> <Id>A1</Id>`, ['Type', 'RENT'], ['Id', 'A1']],
    [`\ufeff${declaration}<Type>RENT</Type>`, ['Type', 'RENT']],
    ['<r><Type>RENT</Type><Id/></r>', ['Type', 'RENT'], ['Id', '']],
    ['<r><C><D>1</D></C></r>', ['C.D', '1']],
    ['<Type>X</Type><C><D>1</D></C>', ['Type', 'X'], ['C.D', '1']],
    ['<Customer.Surname>Bell</Customer.Surname>', ['Customer.Surname', 'Bell']],
    ['<A>  two\nlines </A>', ['A', 'two\nlines']],
    ['<A x="1"><!-- no --> y </A>', ['A', 'y']],
    ['<A><![CDATA[<b>]]>&amp;&#233;</A>', ['A', '<b>&é']],
    ['<r>stray<A>1</A></r>', ['A', '1']],
    ['<r/>', ['r', '']],
  ]
  for (const [text, ...expected] of bodies) {
    test(`${text} is read`, () => assert.deepEqual(read('text/xml; charset=utf-8', text), expected))
  }

  for (const text of [
    '<A>',
    '<A></B>',
    'Type=RENT',
    '<A>1</A> stray',
    '<!DOCTYPE A><A>1</A>',
    '<?xml version="1.0"?><!DOCTYPE A [<!ENTITY e SYSTEM "file:///etc/passwd">]><A>&e;</A>',
    '<A>&e;</A>',
    '<A>&#0;</A>',
    '<a><b><c><d><e/></d></c></b></a>',
    '</A>',
    '</root><x/>',
    '<?xml version="1.0"',
  ]) {
    test(`${text} cannot be read`, () => {
      assert.throws(() => read('application/xml', text), UnreadableBody)
    })
  }
})

describe('the reader follows the media type', () => {
  const choices: [contentType: string | undefined, text: string, ...expected: Pairs][] = [
    ['application/x-www-form-urlencoded', '{"A":"1"}', ['{"A":"1"}', '']],
    ['Application/JSON; charset=utf-8', '{"A":"1"}', ['A', '1']],
    ['application/problem+json', '{"A":"1"}', ['A', '1']],
    ['application/soap+xml', '<A>1</A>', ['A', '1']],
    ['text/plain', ' \n{"A":"1"}', ['A', '1']],
    [undefined, '[{"A":"1"}]', ['A', '1']],
    [undefined, ' <A>1</A>', ['A', '1']],
    ['', 'A=1', ['A', '1']],
    ['application/json', '', ...([] as Pairs)],
    ['text/xml', ' \r\n', ...([] as Pairs)],
  ]
  for (const [contentType, text, ...expected] of choices) {
    test(`${contentType ?? 'none'}: ${text}`, () => {
      assert.deepEqual(read(contentType, text), expected)
    })
  }

  test('bytes that are not UTF-8 cannot be read', () => {
    assert.throws(
      () => readBody(undefined, Uint8Array.of(0x41, 0x3d, 0xe9), limits),
      UnreadableBody,
    )
  })

  test('whatever bytes arrive, they are read or refused', () => {
    const type = fc.constantFrom(
      'application/json',
      'text/xml',
      'application/x-www-form-urlencoded',
    )
    const pieces = fc.constantFrom(
      '<',
      '>',
      '</',
      '/>',
      'a',
      '{',
      '}',
      '"',
      '[',
      ']',
      ':',
      ',',
      '&',
    )
    const text = fc.array(pieces).map((all) => Buffer.from(all.join('')))
    fc.assert(
      fc.property(type, fc.oneof(fc.uint8Array(), text), (contentType, bytes) => {
        try {
          assert.ok(Array.isArray(readBody(contentType, bytes, limits).parameters))
        } catch (fault) {
          assert.ok(fault instanceof UnreadableBody)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
