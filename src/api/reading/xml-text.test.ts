import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { readBody } from './body.ts'
import { UnreadableBody } from './wire-parameter.ts'
import { readXmlText } from './xml-text.ts'

type Piece = readonly [kind: 'open' | 'close' | 'text', what: string]

/** Runs of text as one, as parsers divide it as they like. */
const joined = (pieces: readonly Piece[]): Piece[] =>
  pieces.reduce<Piece[]>((all, [kind, what]) => {
    const last = kind === 'text' ? all.at(-1) : undefined
    if (last?.[0] !== 'text') return what === '' ? all : [...all, [kind, what]]
    return [...all.slice(0, -1), ['text', last[1] + what]]
  }, [])

/** What our reader finds, undefined where it refuses; elements need not match. */
function ours(xml: string): Piece[] | undefined {
  const pieces: Piece[] = []
  const open: string[] = []
  try {
    readXmlText(xml, {
      text: (text) => pieces.push(['text', text]),
      open: (name) => pieces.push(['open', name]) && open.push(name),
      close: (name) => {
        pieces.push(['close', name])
        if (open.pop() !== name) throw new UnreadableBody('another element is open')
      },
    })
  } catch (fault) {
    if (fault instanceof UnreadableBody) return undefined
    throw fault
  }
  return open.length === 0 ? joined(pieces) : undefined
}

/** What a parser of everything in XML finds, undefined where it refuses. */
function theirs(xml: string): Piece[] | undefined {
  const parser = new SaxesParser({ fragment: true })
  const pieces: Piece[] = []
  let isWellFormed = true
  parser.on('error', () => (isWellFormed = false))
  parser.on('doctype', () => (isWellFormed = false))
  parser.on('text', (text) => pieces.push(['text', text]))
  parser.on('cdata', (text) => pieces.push(['text', text]))
  parser.on('opentag', ({ name }) => pieces.push(['open', name]))
  parser.on('closetag', ({ name }) => pieces.push(['close', name]))
  parser.write(xml).close()
  return isWellFormed ? joined(pieces) : undefined
}

// prettier-ignore
const markup = [
  '<', '>', '</', '/>', '<a>', '</a>', '<b:c.d-e ', '<é>', '</é>', '<a', ' x="1"', " y='<'", '"', "'", '=',
  '<!--', '-->', '--', '-', '<![CDATA[', ']]>', ']]', ']', '<?p', '<?xml', '<?', '?>', '<!DOCTYPE a>',
]
// prettier-ignore
const characters = [
  '&amp;', '&lt;', '&#65;', '&#x1F600;', '&#0;', '&#xD800;', '&#xFFFE;', '&x;', '&', ';',
  ' ', '\n', '\t', '1', 'text', '😀', '\u0001', '\ufffe', '\u00d7',
]

describe('XML text', () => {
  const parts = fc.constantFrom(...markup, ...characters)
  const soup = fc.array(parts, { maxLength: 12 }).map((some) => some.join(''))
  const wellFormed = fc.letrec<{ element: string; content: string }>((tie) => ({
    element: fc
      .tuple(
        fc.constantFrom('a', 'B.c', '_:é', '😀'),
        fc.constantFrom('', ' x="&lt;>"', "\ny = '' "),
        tie('content'),
      )
      .map(([name, more, content]) => `<${name}${more}>${content}</${name} >`),
    content: fc
      .array(
        fc.oneof(
          { maxDepth: 3 },
          fc.constantFrom(
            't',
            '&quot;',
            ' ',
            ']]',
            '>',
            '<a/>',
            '<!-- - -->',
            '<?p ??>',
            '<![CDATA[<&]]]]>',
          ),
          tie('element'),
        ),
        { maxLength: 4 },
      )
      .map((some) => some.join('')),
  }))

  test('is read, or refused, as a parser of everything in XML does it', () => {
    const text = fc.oneof(
      soup,
      wellFormed.element,
      fc.tuple(wellFormed.element, soup).map((two) => two.join('')),
    )
    fc.assert(
      fc.property(text, (content) => {
        const xml = `<r>${content}</r>`
        assert.deepEqual(ours(xml), theirs(xml), xml)
      }),
      { numRuns: 5_000 },
    )
  })
})

describe('a body that would hold up everybody else', () => {
  const length = 12 * 1024 * 1024
  const fill = (start: string, run: string, end: string): string =>
    start + run.repeat((length - start.length - end.length) / run.length) + end
  const attributes = Array.from({ length: 1_000_000 }, (_, at) => `a${at}=""`).join(' ')
  const limits = { parameters: 2000, nameLength: 200, xmlDepth: 20, jsonDepth: 20 }

  for (const [what, xml] of [
    ['a comment', fill('<A>1</A><!--', '- ', '-->')],
    ['a CDATA section', fill('<A><![CDATA[', '] ', ']]></A>')],
    ['an instruction', fill('<?p ', '? ', '?><A>1</A>')],
    ['text', fill('<A>', '] ', '</A>')],
    ['attributes', `<A ${attributes}>1</A>`],
    ['space in a tag', fill('<A', '\r\n', '/>')],
    ['references', fill('<A>', '&amp;', '</A>')],
    ['tags that do not end', fill('', '<a', '')],
    ['a name', fill('<', '😀', '/>')],
  ] as const) {
    test(`12 MiB of ${what} take no longer than their bytes`, () => {
      const body = Buffer.from(xml)
      const begun = process.cpuUsage()
      try {
        assert.equal(readBody('text/xml', body, limits).parameters.length, 1)
      } catch (fault) {
        assert.ok(fault instanceof UnreadableBody)
      }
      const { user, system } = process.cpuUsage(begun)
      // a tenth of a second, were the machine idle; parsing each character by itself took two
      assert.ok((user + system) / 1000 < 500, `${(user + system) / 1000} ms`)
    })
  }
})
