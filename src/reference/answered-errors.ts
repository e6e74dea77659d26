import { errorBases } from '#api/answering/error-bases.ts'
import {
  errorRows,
  type CauseText,
  type ErrorRow,
  type Evidence,
} from '#api/answering/error-table.ts'
import type { WireWord } from '#api/wire-word.ts'
import type { Operation } from '#kernel/operation.ts'
import { parameterRows } from '#kernel/parameters.ts'
import { commonRefusals, type RefusalKind } from '#kernel/refusal.ts'

/** An error as a service answers it. */
export interface AnsweredError {
  readonly code: number
  readonly status: ErrorRow['status']
  readonly info: string
  readonly when: string
  readonly evidence: Evidence
  readonly causes: readonly CauseText[]
}

type Asked = Pick<Operation, 'effect' | 'errors' | 'parameters'>

/** Every error a service can answer: its own rows of the table, and the common ones that none of its own replaces. */
export function answeredErrors(
  word: WireWord,
  operation: Asked | undefined,
): readonly AnsweredError[] {
  const own = errorRows.filter((row) => row.word === word)
  const taken = new Set(own.flatMap(({ causes }) => causes))
  const common = errorRows
    .filter((row) => row.word === 'any')
    .map((row) => ({ ...row, causes: row.causes.filter((cause) => !taken.has(cause)) }))
    .filter(({ causes }) => causes.length > 0)
  const refused = operation ? refusalsOf(operation) : []
  return [...common, ...own]
    .filter((row) => isPossible(row.causes, { refused, taken, operation }))
    .map((row) => asAnswered(word, row, wordsFor(row, { refused, taken })))
    .toSorted((one, other) => one.code - other.code)
}

/** An error of no service: the answer to a word that is none. */
export const errorsOfNoService: readonly AnsweredError[] = errorRows
  .filter(({ word }) => word === 'none')
  .map((row) => ({ ...row, code: row.offset }))

/** Every row of the table as it is answered: a common one once, its code as an offset. */
export const rowsOf = (word: ErrorRow['word']): readonly ErrorRow[] =>
  errorRows.filter((row) => row.word === word)

interface Possible {
  readonly refused: readonly RefusalKind[]
  readonly taken: ReadonlySet<CauseText>
  readonly operation?: Asked | undefined
}

const refusalsOf = ({ effect, errors }: Asked): RefusalKind[] => [
  ...errors,
  ...commonRefusals.filter(({ name }) => effect === 'write' || name !== 'idempotencyMismatch'),
]

/** Refusals of an operation come only where it declares them; everything else may meet any call. */
function isPossible(causes: readonly CauseText[], possible: Possible): boolean {
  return causes.some((cause) => {
    if (cause === 'refusal *') return unnamed(possible).length > 0
    if (cause === 'missing *') return mayMiss(possible)
    // a grant has no parameters but its two
    if (cause === 'invalid *') return possible.operation !== undefined
    const [kind, name] = cause.split(' ')
    return kind !== 'refusal' || possible.refused.some((one) => one.name === name)
  })
}

/** Something required may be missing that no row names: a field of a case type, where one is filled in. */
function mayMiss({ operation, taken }: Possible): boolean {
  if (!operation) return false
  const required = parameterRows(operation.parameters).filter(({ isRequired }) => isRequired)
  return operation.effect === 'write' || required.some(({ name }) => !taken.has(`missing ${name}`))
}

/** The declared refusals for which no row has a cause of its own. */
function unnamed({ refused, taken }: Possible): readonly RefusalKind[] {
  const named = new Set([...taken, ...rowsOf('any').flatMap(({ causes }) => causes)])
  return refused.filter(
    ({ name }) => name !== 'invalidInput' && !named.has(`refusal ${name}` as CauseText),
  )
}

function wordsFor(row: ErrorRow, possible: Possible): string {
  if (!row.causes.includes('refusal *')) return row.when
  return unnamed(possible)
    .map(({ message }) => message)
    .join('; ')
}

function asAnswered(word: WireWord, row: ErrorRow, when: string): AnsweredError {
  const base = errorBases[word]
  const own = row.causes.map((cause) =>
    cause === 'method' || cause === 'address' ? base[cause] : undefined,
  )
  const { status, evidence, causes } = row
  const info = own.find((text) => text !== undefined) ?? row.info.replace('*', '‹Name›')
  return { code: base.base + row.offset, status, info, when, evidence, causes }
}
