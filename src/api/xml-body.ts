import { SaxesParser } from 'saxes'
import { UnreadableBody } from './wire-parameter.ts'
import type { WireParameter } from './wire-parameter.ts'

/** Reads an XML body, with a root or without, into flat parameters (contract 2.4), or raises UnreadableBody. */
export function readXmlBody(text: string, depthLimit: number): WireParameter[] {
  const { leaves, tops } = collect(withoutDeclaration(text), depthLimit)
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
function collect(xml: string, depthLimit: number): Collected {
  const parser = new SaxesParser({ fragment: true, position: false })
  const collected: Collected = { leaves: [], tops: [] }
  const open: OpenElement[] = []
  const addText = (text: string): void => takeText(text, open.at(-1))

  parser.on('error', (cause) => refuse('the body is not XML', cause))
  parser.on('doctype', () => refuse('the body has a DOCTYPE'))
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('opentag', ({ name }) => {
    if (open.length >= depthLimit) refuse('XML is nested too deeply')
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
      collected.leaves.push({ path, value: element.text.trim() })
    }
  })
  parser.write(xml).close()
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

function refuse(reason: string, cause?: Error): never {
  throw new UnreadableBody(reason, { cause })
}
