import { UnreadableBody } from './wire-parameter.ts'

/** Who is told what an XML text holds, in its order; both may refuse it. */
export interface XmlTaker {
  open(name: string): void
  close(name: string): void
  text(text: string): void
}

/**
 * Reads XML 1.0 without declaration and DTD, with a root or without, for the bodies of strangers: each byte once,
 * long runs by searches of the engine, and only so much of what costs more. Comments, instructions and
 * attributes are checked and dropped. Raises UnreadableBody on whatever is not well-formed; that elements
 * match is for the taker to see. Line breaks stay as they are.
 */
export function readXmlText(xml: string, taker: XmlTaker): void {
  if (forbidden.test(xml)) refuse('a character that XML forbids')
  const reading: Reading = { xml, taker, spent: 0 }
  for (let at = 0; at < xml.length;) {
    const found = xml.indexOf('<', at)
    const markup = found === -1 ? xml.length : found
    if (markup > at) taker.text(readCharacters(reading, xml.slice(at, markup)))
    at = found === -1 ? markup : readMarkup(reading, markup)
  }
}

interface Reading {
  readonly xml: string
  readonly taker: XmlTaker
  spent: number
}

/** Of tags, attributes and references, each of which takes up to a microsecond. */
const mostMarkup = 100_000

function spend(reading: Reading): void {
  reading.spent += 1
  if (reading.spent > mostMarkup) refuse('too many tags, attributes and references')
}

/** Reads what begins at a `<`, and gives the place after it. */
function readMarkup(reading: Reading, at: number): number {
  spend(reading)
  const { xml } = reading
  if (xml.startsWith('</', at)) return readEndTag(reading, at + 2)
  if (xml.startsWith('<!--', at)) return readComment(xml, at + 4)
  if (xml.startsWith('<![CDATA[', at)) return readCdata(reading, at + 9)
  if (xml.startsWith('<?', at)) return readInstruction(xml, at + 2)
  if (xml.startsWith('<!', at)) refuse('a DOCTYPE, or what belongs in one')
  return readStartTag(reading, at + 1)
}

function readComment(xml: string, at: number): number {
  const end = placeOf(xml, '--', at)
  return xml[end + 2] === '>' ? end + 3 : refuse('two hyphens in a comment')
}

function readCdata({ xml, taker }: Reading, at: number): number {
  const end = placeOf(xml, ']]>', at)
  taker.text(xml.slice(at, end))
  return end + 3
}

function readInstruction(xml: string, at: number): number {
  const target = nameAt(xml, at)
  const after = at + target.length
  const end = placeOf(xml, '?>', after)
  const isTarget =
    target.toLowerCase() !== 'xml' && (end === after || afterSpace(xml, after) > after)
  return isTarget ? end + 2 : refuse('an instruction for nobody')
}

function readEndTag({ xml, taker }: Reading, at: number): number {
  const name = nameAt(xml, at)
  const end = afterSpace(xml, at + name.length)
  if (xml[end] !== '>') refuse('an end tag that does not end')
  taker.close(name)
  return end + 1
}

function readStartTag(reading: Reading, start: number): number {
  const { xml, taker } = reading
  const name = nameAt(xml, start)
  taker.open(name)
  const attributes = new Set<string>()
  for (let at = start + name.length; ;) {
    const next = afterSpace(xml, at)
    if (xml[next] === '>') return next + 1
    if (xml.startsWith('/>', next)) {
      taker.close(name)
      return next + 2
    }
    if (next === at) refuse('something that is no attribute in a tag')
    at = readAttribute(reading, next, attributes)
  }
}

function readAttribute(reading: Reading, at: number, known: Set<string>): number {
  spend(reading)
  const { xml } = reading
  const name = nameAt(xml, at)
  if (known.has(name)) refuse('an attribute twice')
  known.add(name)
  const equals = afterSpace(xml, at + name.length)
  const start = afterSpace(xml, equals + 1)
  const quote = xml[start]
  if (xml[equals] !== '=' || (quote !== '"' && quote !== "'")) refuse('an attribute without value')
  const end = placeOf(xml, quote, start + 1)
  const value = xml.slice(start + 1, end)
  if (value.includes('<')) refuse('a tag in an attribute')
  replaceReferences(reading, value)
  return end + 1
}

function readCharacters(reading: Reading, text: string): string {
  if (text.includes(']]>')) refuse('the end of a CDATA section that has not begun')
  return replaceReferences(reading, text)
}

/** Not by replaceAll, which finds all there are before the first is counted. */
function replaceReferences(reading: Reading, text: string): string {
  let replaced = ''
  let at = 0
  for (let next = text.indexOf('&'); next !== -1; next = text.indexOf('&', at)) {
    spend(reading)
    referencePattern.lastIndex = next
    const [whole = '', name = ''] = referencePattern.exec(text) ?? []
    replaced += text.slice(at, next) + characterOf(name)
    at = next + whole.length
  }
  return at === 0 ? text : replaced + text.slice(at)
}

const referencePattern = /&(#\d+|#x[\da-fA-F]+|[a-z]+);/y

function characterOf(name: string): string {
  const known = characters.get(name)
  if (known !== undefined) return known
  const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : Number(name.slice(1))
  const isCharacter =
    name.startsWith('#') && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  const character = isCharacter ? String.fromCodePoint(code) : '\0'
  return forbidden.test(character) ? refuse('a reference to no character') : character
}

/** Others would have to be declared in a DTD. */
const characters = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['apos', "'"],
  ['quot', '"'],
])

function placeOf(xml: string, what: string, from: number): number {
  const place = xml.indexOf(what, from)
  return place === -1 ? refuse('something that does not end') : place
}

function nameAt(xml: string, at: number): string {
  namePattern.lastIndex = at
  if (!namePattern.test(xml)) refuse('no name where one must be')
  return xml.slice(at, namePattern.lastIndex)
}

function afterSpace(xml: string, at: number): number {
  if (xml.charCodeAt(at) > space) return at
  spacePattern.lastIndex = at
  spacePattern.test(xml)
  return spacePattern.lastIndex
}

const space = 0x20
const spacePattern = /[ \t\r\n]*/y
// the productions NameStartChar and NameChar; longer ones than parameters may have are cut off, and so refused
const namePattern =
  /[:A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}][-.\d:A-Z_a-z\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u200c-\u200d\u203f-\u2040\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}]{0,10000}/uy
// oxlint-disable-next-line no-control-regex -- these are the characters that XML 1.0 forbids
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/

function refuse(what: string): never {
  throw new UnreadableBody(`the body holds ${what}`)
}
