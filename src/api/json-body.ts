import { UnreadableBody } from './wire-parameter.ts'
import type { WireParameter } from './wire-parameter.ts'

/** Reads a JSON body into flat parameters (contract 2.3), or raises UnreadableBody. */
export function readJsonBody(text: string, depthLimit: number): WireParameter[] {
  if (isDeeper(text, depthLimit)) throw new UnreadableBody('JSON is nested too deeply')
  const parameters: WireParameter[] = []
  flatten(onlyObject(parse(text)), '', parameters)
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

function flatten(object: { [name: string]: Tree }, prefix: string, into: WireParameter[]): void {
  for (const [key, member] of Object.entries(object)) {
    const name = prefix + key
    if (isObject(member)) flatten(member, `${name}.`, into)
    else {
      const value = Array.isArray(member) ? joined(member) : member
      if (value !== null && name !== '') into.push({ name, value })
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

/** Counts brackets outside strings, since a reviver would otherwise run out of stack. */
function isDeeper(text: string, limit: number): boolean {
  let depth = 0
  let isInString = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (isInString) {
      if (character === '\\') at += 1
      else if (character === '"') isInString = false
    } else {
      isInString = character === '"'
      depth += step[character] ?? 0
      if (depth > limit) return true
    }
  }
  return false
}

const step: Record<string, number | undefined> = { '{': 1, '[': 1, '}': -1, ']': -1 }
