import type { WireWord } from '#api/wire-word.ts'
import { errorBases } from './error-bases.ts'
import { errorRows } from './error-table.ts'
import type { ErrorRow } from './error-table.ts'

/** What stands between a call and its answer; names are those of the wire. */
export type Cause =
  | 'method'
  | 'address'
  | 'credentials'
  | 'token'
  | 'unreadable'
  | 'failure'
  | { readonly missing: string }
  | { readonly invalid: string }
  | { readonly refusal: string }

/** An error as the wire carries it: the status, and code and text for the two headers. */
export interface WireError {
  readonly code: number
  readonly status: ErrorRow['status']
  readonly info: string
}

/** Finds what a service answers to a cause (contract 5); the word is undefined where it is no service. */
export function wireError(word: WireWord | undefined, cause: Cause): WireError {
  const [kind, name] = partsOf(cause)
  const row = findRow(word ?? 'none', kind, name)
  const info = ownWording(word, kind) ?? row.info.replace('*', asciiName(name))
  return { code: (word ? errorBases[word].base : 0) + row.offset, status: row.status, info }
}

/** Chooses the cause that is answered when there are several (contract 3.4 (5)), undefined of none. */
export function firstInOrder(causes: readonly Cause[]): Cause | undefined {
  // Sorting keeps the given order of equals, which is that of the parameters.
  return causes.toSorted((one, other) => rankOf(one) - rankOf(other))[0]
}

const rowsByCause = new Map<string, ErrorRow>(
  errorRows.flatMap((row) => row.causes.map((cause) => [`${row.word} ${cause}`, row] as const)),
)

type Kind = 'missing' | 'invalid' | 'refusal' | Extract<Cause, string>

function partsOf(cause: Cause): [kind: Kind, name: string] {
  if (typeof cause === 'string') return [cause, '']
  if ('missing' in cause) return ['missing', cause.missing]
  return 'invalid' in cause ? ['invalid', cause.invalid] : ['refusal', cause.refusal]
}

function findRow(word: ErrorRow['word'], kind: Kind, name: string): ErrorRow {
  const exact = name === '' ? kind : `${kind} ${name}`
  for (const key of [`${word} ${exact}`, `any ${exact}`, `any ${kind} *`]) {
    const row = rowsByCause.get(key)
    if (row) return row
  }
  throw new Error(`the table of errors has no row for ${kind}`)
}

function ownWording(word: WireWord | undefined, kind: Kind): string | undefined {
  if (!word || (kind !== 'method' && kind !== 'address')) return undefined
  return errorBases[word][kind]
}

const longestName = 200

/** Headers are plain ASCII (contract 4.4 (2)), but a configured field may be named in any script. */
function asciiName(name: string): string {
  return name.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, longestName)
}

const order: readonly (readonly Kind[])[] = [
  ['address'],
  ['method'],
  ['credentials', 'token'],
  ['unreadable'],
  ['missing'],
  ['invalid'],
  ['refusal'],
  ['failure'],
]

function rankOf(cause: Cause): number {
  const [kind] = partsOf(cause)
  return order.findIndex((kinds) => kinds.includes(kind))
}
