import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import type { XmlElement } from '#kernel/answer.ts'
import { errorPage, errorReply, jsonErrorReply } from './error-page.ts'
import { contentTypes, readFormat } from './format.ts'
import { writeJson } from './json.ts'
import { writeXml } from './xml.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8"?>'
const leaf = (name: string, content: string): XmlElement => ({ name, content })

/** What a reader finds: the text of each leaf, as XML readers see it. */
function textsOf(xml: string): string[] {
  const texts: string[] = []
  let text = ''
  const parser = new SaxesParser()
  parser.on('error', (fault) => {
    throw fault
  })
  parser.on('opentag', () => (text = ''))
  parser.on('text', (more) => (text += more))
  parser.on('cdata', (more) => (text += more))
  parser.on('closetag', () => texts.push(text))
  parser.write(xml).close()
  return texts
}

describe('XML', () => {
  test('a writing service answers on one line', () => {
    const answer = { name: 'addcasenotesresponse', content: [leaf('caseid', '700123')] }
    assert.equal(
      writeXml(answer),
      `${declaration}<addcasenotesresponse><caseid>700123</caseid></addcasenotesresponse>`,
    )
  })

  test('case details stand one on a line, empty ones kept', () => {
    const fields = [leaf('CaseDetails.CaseId', '700123'), leaf('MainParty.Notes', '')]
    const cases: XmlElement = {
      name: 'Cases',
      attributes: { RequestId: '700123' },
      content: [{ name: 'Case', content: fields }],
    }
    assert.equal(
      writeXml(cases, { style: 'lines' }),
      `${declaration}
<Cases RequestId="700123">
<Case>
<CaseDetails.CaseId>700123</CaseDetails.CaseId>
<MainParty.Notes></MainParty.Notes>
</Case>
</Cases>`,
    )
  })

  test('records are indented, what is inside a group is on one line', () => {
    const cases: XmlElement = {
      name: 'Cases',
      content: [
        {
          name: 'Case',
          content: [
            leaf('CaseId', '1'),
            { name: 'Attributes', content: [leaf('Details', 'a'), leaf('Scheme', 'b')] },
          ],
        },
      ],
    }
    assert.equal(
      writeXml(cases, { style: 'indented' }),
      `${declaration}
<Cases>
  <Case>
    <CaseId>1</CaseId>
    <Attributes><Details>a</Details><Scheme>b</Scheme></Attributes>
  </Case>
</Cases>`,
    )
  })

  test('an empty list is one tag with a space, whatever attributes it would have', () => {
    const empty: XmlElement = { name: 'Cases', attributes: { RequestId: '1' }, content: [] }
    for (const style of ['line', 'lines', 'indented'] as const) {
      assert.ok(writeXml(empty, { style }).endsWith('?><Cases />') || style !== 'line')
      assert.ok(writeXml(empty, { style }).endsWith('<Cases />'))
    }
  })

  test('a document has no white space around its address', () => {
    const document: XmlElement = {
      name: 'Document',
      attributes: { Name: 'a "b" & <c>\n' },
      content: { cdata: 'https://h/?a=1&b=]]>' },
    }
    assert.equal(
      writeXml({ name: 'Documents', content: [document] }, { style: 'indented' }),
      `${declaration}
<Documents>
  <Document Name="a &quot;b&quot; &amp; &lt;c&gt;&#10;"><![CDATA[https://h/?a=1&b=]]]]><![CDATA[>]]></Document>
</Documents>`,
    )
  })

  test('a declaration may say that it stands alone', () => {
    assert.ok(
      writeXml(leaf('A', ''), { style: 'line', isStandalone: true }).startsWith(
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
      ),
    )
  })

  test('fields that break a reader stay out', () => {
    const names = ['A.X', 'A.X1', 'A.Y1', 'A.Y9', 'A.Y10', 'A.Custom17', 'B.X1', 'two words', '1st']
    const answer = { name: 'Case', content: names.map((name) => leaf(name, '')) }
    assert.equal(
      writeXml(answer),
      `${declaration}<Case><A.X></A.X><A.Y1></A.Y1><A.Y9></A.Y9><B.X1></B.X1></Case>`,
    )
  })

  test('any text comes out as it went in, less what XML forbids', () => {
    const allowed = ['a', '<', '>', '&', ']', '"', "'", '\n', '\t', 'é', '😀']
    const forbidden = new Set(['\0', '\u000b', '\ufffe', '\ud800'])
    const characters = fc.array(fc.constantFrom(...allowed, ...forbidden))
    fc.assert(
      fc.property(characters, fc.boolean(), (all, isCdata) => {
        const value = all.join('')
        const [read] = textsOf(writeXml({ name: 'A', content: isCdata ? { cdata: value } : value }))
        assert.equal(read, all.filter((one) => !forbidden.has(one)).join(''))
      }),
    )
    assert.ok(writeXml(leaf('A', 'a\r\nb\rc')).endsWith('<A>a\nb\nc</A>'))
  })
})

describe('JSON', () => {
  test('the spacing is that of the recorded replies', () => {
    assert.equal(
      writeJson({ createcaseresponse: { caseid: '700125', team: 'CUSTREL' } }),
      '{"createcaseresponse": {"caseid": "700125", "team": "CUSTREL"}}',
    )
    assert.equal(writeJson([]), '[]')
    assert.equal(writeJson([{ a: '1' }, { a: '2' }]), '[{"a": "1"}, {"a": "2"}]')
  })

  test('objects one after another can be split at their braces', () => {
    const first = { 'CaseDetails.CaseId': '1', Details: '}{ {x}\r\n{' }
    const text = writeJson({ sequence: [first, { 'CaseDetails.CaseId': '2' }] })
    const parts = text.replaceAll('\n', '').split('}{')
    assert.equal(parts.length, 2)
    assert.deepEqual(JSON.parse(`${parts[0]}}`), first)
    assert.equal(writeJson({ sequence: [{ a: '1' }, { a: '2' }] }), '{"a": "1"}\n{"a": "2"}')
  })

  test('a field called sequence is a field', () => {
    assert.equal(writeJson({ sequence: 'x' }), '{"sequence": "x"}')
  })

  test('any tree comes out as it went in', () => {
    const { tree } = fc.letrec<{ tree: string | object }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        fc.string({ unit: 'binary' }),
        fc.array(tie('tree')),
        fc.dictionary(
          fc.string().filter((name) => name !== 'sequence'),
          tie('tree'),
        ),
      ),
    }))
    fc.assert(
      fc.property(tree, (value) => {
        const written = writeJson(value as Parameters<typeof writeJson>[0])
        assert.equal(JSON.stringify(JSON.parse(written)), JSON.stringify(value))
        assert.ok(!written.includes('\n'))
      }),
    )
  })
})

describe('errors', () => {
  const error = { code: 18002, status: 400, info: 'Unable to identify case.' } as const

  test('the page carries code and text in two headers', () => {
    assert.deepEqual(errorReply(error), {
      status: 400,
      headers: {
        'x-application-error-code': '18002',
        'x-application-error-info': 'Unable to identify case.',
        'content-type': 'text/html;charset=UTF-8',
      },
      body: errorPage,
    })
  })

  test('the page is titled Error Page and is no XML', () => {
    assert.match(errorPage, /<title>Error Page<\/title>/)
    assert.throws(() => textsOf(errorPage))
    assert.throws(() => textsOf(errorPage.replace('<!DOCTYPE html>', '')))
    assert.throws(() => {
      JSON.parse(errorPage)
    })
  })

  test('an organisation may have them in JSON', () => {
    const reply = jsonErrorReply(error)
    assert.equal(reply.headers['content-type'], contentTypes.json)
    assert.equal(reply.headers['x-application-error-code'], '18002')
    assert.deepEqual(JSON.parse(reply.body), {
      error: { code: '18002', info: 'Unable to identify case.' },
    })
  })
})

describe('Format', () => {
  for (const [sent, format] of [
    [undefined, 'xml'],
    ['', 'xml'],
    ['JSON', 'json'],
    [' Xml ', 'xml'],
    ['yaml', 'xml'],
    ['csv', 'xml'],
  ] as const) {
    test(`${sent ?? 'nothing'} means ${format}`, () => {
      assert.equal(readFormat('createcase', sent), format)
    })
  }

  test('csv is for getreport', () => assert.equal(readFormat('getreport', 'CSV'), 'csv'))
})
