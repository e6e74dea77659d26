import { UnreadableBody } from './wire-parameter.ts'
import type { ReadingLimits, WireParameter } from './wire-parameter.ts'

/** Reads a JSON body into flat parameters (contract 2.3), or raises UnreadableBody. */
export function readJsonBody(text: string, limits: ReadingLimits): WireParameter[] {
  checkStructure(text, limits)
  const parameters: WireParameter[] = []
  flatten(onlyObject(parse(text)), '', { parameters, longest: limits.nameLength })
  return parameters
}

type Tree = string | null | Tree[] | { [name: string]: Tree }

/** TypeScript does not know yet that a reviver is told the text of a number. */
type Reviver = (name: string, value: unknown, context?: { source?: string }) => unknown

function parse(text: string): Tree {
  // A number keeps the digits it was written with: 180.50, or more of them than a double holds.
  const revive: Reviver = (_name, value, context) => {
    if (typeof value === 'number') return context?.source ?? String(value)
    return typeof value === 'boolean' ? String(value) : value
  }
  try {
    return JSON.parse(text, revive) as Tree
  } catch (cause) {
    throw new UnreadableBody('the body is not JSON', { cause })
  }
}

function onlyObject(tree: Tree): { [name: string]: Tree } {
  const [first, ...others] = Array.isArray(tree) ? tree : [tree]
  // An empty array is how some languages write an object without members.
  if (first === undefined) return {}
  if (others.length > 0 || !isObject(first)) throw new UnreadableBody('JSON is not one object')
  return first
}

interface Flat {
  readonly parameters: WireParameter[]
  readonly longest: number
}

function flatten(object: { [name: string]: Tree }, prefix: string, into: Flat): void {
  for (const [key, member] of Object.entries(object)) {
    const name = prefix + key
    // here and not once all is read: a long prefix would be written out for each of its members
    if (name.length > into.longest) throw new UnreadableBody('the name of a member is too long')
    if (isObject(member)) flatten(member, `${name}.`, into)
    else {
      const value = Array.isArray(member) ? joined(member) : member
      if (value !== null && name !== '') into.parameters.push({ name, value })
    }
  }
}

function joined(list: Tree[]): string | null {
  const scalars = list.filter((one) => typeof one === 'string')
  return scalars.length > 0 ? scalars.join(', ') : null
}

function isObject(tree: Tree): tree is { [name: string]: Tree } {
  return typeof tree === 'object' && tree !== null && !Array.isArray(tree)
}

/**
 * Counts brackets and commas outside strings before anything is parsed: a reviver would run out of stack on
 * the former, and takes seconds over millions of elements.
 */
function checkStructure(text: string, limits: ReadingLimits): void {
  let depth = 0
  let separators = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at)
    if (character === quote) at = endOfString(text, at)
    else if (character === comma) separators += 1
    else if (opening.has(character)) depth += 1
    else if (closing.has(character)) depth -= 1
    if (depth > limits.jsonDepth) throw new UnreadableBody('JSON is nested too deeply')
    // one element more than separators
    if (separators >= limits.parameters) throw new UnreadableBody('too many parameters')
  }
}

/** Where the string that starts here ends, the end of the text when it does not. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charCodeAt(at)
    if (character === quote) return at
    if (character === backslash) at += 1
  }
  return text.length
}

const quote = 0x22
const comma = 0x2c
const backslash = 0x5c
const opening: ReadonlySet<number> = new Set([0x5b, 0x7b])
const closing: ReadonlySet<number> = new Set([0x5d, 0x7d])
