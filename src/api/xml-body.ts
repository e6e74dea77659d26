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
const mostMarkup = 100_000

function checkMarkup(text: string): void {
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at)
    if (character === lessThan || character === ampersand) count += 1
    if (count > mostMarkup) refuse('too many tags and references')
  }
}

const ampersand = 0x26
const lessThan = 0x3c

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
