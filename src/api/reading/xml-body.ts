import { SaxesParser } from 'saxes'
import { UnreadableBody } from './wire-parameter.ts'
import type { ReadingLimits, WireParameter } from './wire-parameter.ts'

/** Reads an XML body, with a root or without, into flat parameters (contract 2.4), or raises UnreadableBody. */
export function readXmlBody(text: string, limits: ReadingLimits): WireParameter[] {
  checkMarkup(text)
  const { leaves, tops } = collect(withoutDeclaration(text), limits)
  const [only, ...others] = tops
  const isRooted = only !== undefined && others.length === 0 && only.hasChildren
  return leaves.map(({ path, value }) => ({
    name: (isRooted ? path.slice(1) : path).join('.'),
    value,
  }))
}

interface OpenElement {
  readonly name: string
  text: string
  hasChildren: boolean
}

interface Collected {
  readonly leaves: { path: string[]; value: string }[]
  readonly tops: OpenElement[]
}

/** The samples have siblings without a root (contract 2.4 (1)), which is what a parser calls a fragment. */
function collect(xml: string, limits: ReadingLimits): Collected {
  const parser = new SaxesParser({ fragment: true, position: false })
  const collected: Collected = { leaves: [], tops: [] }
  const open: OpenElement[] = []
  const addText = (text: string): void => takeText(text, open.at(-1))

  parser.on('error', (cause) => refuse('the body is not XML', cause))
  parser.on('doctype', () => refuse('the body has a DOCTYPE'))
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('opentag', ({ name }) => {
    if (open.length >= limits.xmlDepth) refuse('XML is nested too deeply')
    if (name.length > limits.nameLength) refuse('the name of an element is too long')
    const element = { name, text: '', hasChildren: false }
    const parent = open.at(-1)
    if (parent) parent.hasChildren = true
    else collected.tops.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    const path = open.map(({ name }) => name)
    const element = open.pop()
    if (element && !element.hasChildren) {
      if (collected.leaves.length >= limits.parameters) refuse('too many parameters')
      collected.leaves.push({ path, value: element.text.trim() })
    }
  })
  parser.write(xml).close()
  return collected
}

/** The parser takes about a microsecond for each of these, whatever it is. */
const slowMarks = /[<&\]]|=\s*["']/g
const mostSlowMarks = 100_000
const carriageReturns = /\r/g
const mostCarriageReturns = 500_000

/** What says nothing to us is read character by character, however little it says. */
const asides = [
  ['<!--', '-->'],
  ['<?', '?>'],
] as const
const longestAsides = 64 * 1024

function checkMarkup(text: string): void {
  if (hasMoreThan(mostSlowMarks, slowMarks, text))
    refuse('too many tags, attributes and references')
  if (hasMoreThan(mostCarriageReturns, carriageReturns, text)) refuse('too many lines')
  for (const [start, end] of asides)
    if (lengthBetween(text, start, end) > longestAsides)
      refuse('comments or instructions that are too long')
}

function hasMoreThan(most: number, pattern: RegExp, text: string): boolean {
  let count = 0
  pattern.lastIndex = 0
  while (count <= most && pattern.test(text)) count += 1
  return count > most
}

function lengthBetween(text: string, start: string, end: string): number {
  let length = 0
  for (let at = text.indexOf(start); at !== -1;) {
    const close = text.indexOf(end, at)
    if (close === -1) return length + text.length - at
    length += close - at
    at = text.indexOf(start, close)
  }
  return length
}

function takeText(text: string, parent: OpenElement | undefined): void {
  if (parent) parent.text += text
  else if (text.trim() !== '') refuse('the body has text outside its elements')
}

function withoutDeclaration(text: string): string {
  const start = text.trimStart()
  if (!/^<\?xml\s/.test(start)) return start
  const end = start.indexOf('?>')
  return end === -1 ? start : start.slice(end + 2)
}

function refuse(reason: string, cause?: Error): never {
  throw new UnreadableBody(reason, { cause })
}
