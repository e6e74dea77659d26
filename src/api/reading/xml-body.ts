import { UnreadableBody } from './wire-parameter.ts'
import type { ReadingLimits, WireParameter } from './wire-parameter.ts'
import { readXmlText, type XmlTaker } from './xml-text.ts'

/** Reads an XML body, with a root or without, into flat parameters (contract 2.4), or raises UnreadableBody. */
export function readXmlBody(text: string, limits: ReadingLimits): WireParameter[] {
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

/** The samples have siblings without a root (contract 2.4 (1)), so there may be one or many at the top. */
function collect(xml: string, limits: ReadingLimits): Collected {
  const collected: Collected = { leaves: [], tops: [] }
  const open: OpenElement[] = []
  const taker: XmlTaker = {
    text: (text) => takeText(text, open.at(-1)),
    open(name) {
      if (open.length >= limits.xmlDepth) refuse('XML is nested too deeply')
      if (name.length > limits.nameLength) refuse('the name of an element is too long')
      const element = { name, text: '', hasChildren: false }
      const parent = open.at(-1)
      if (parent) parent.hasChildren = true
      else collected.tops.push(element)
      open.push(element)
    },
    close(name) {
      const path = open.map((element) => element.name)
      const element = open.pop()
      if (element?.name !== name) refuse('an element ends that has not begun')
      if (element.hasChildren) return
      if (collected.leaves.length >= limits.parameters) refuse('too many parameters')
      collected.leaves.push({ path, value: element.text.trim() })
    },
  }
  readXmlText(xml, taker)
  if (open.length > 0) refuse('an element does not end')
  return collected
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

function refuse(reason: string): never {
  throw new UnreadableBody(reason)
}
