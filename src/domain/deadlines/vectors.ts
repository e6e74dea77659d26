import { isNation, readReceipt, type Nation, type Receipt } from '#domain/calendar/index.ts'
import { DeadlineRefused, readEvent, ruleOf, type ClockEvent } from '#domain/time-limits/index.ts'
import { readCsv, type CsvLine } from './csv.ts'
import { due } from './deadline-of.ts'
import type { Circumstances, Deadline } from './deadline.ts'

/** An example with the date expected of it. */
export interface Vector {
  readonly id: string
  readonly rule: string
  readonly nation: Nation
  readonly received: Receipt
  readonly events: readonly ClockEvent[]
  readonly expected: string
  readonly reason: string
}

/** A row that cannot be read, and why. */
export interface UnreadableRow {
  readonly line: number
  readonly id: string
  readonly fault: string
}

/** A row beside what the rules make of it. */
export interface VerifiedRow {
  readonly vector: Vector
  readonly computed: string
  readonly agrees: boolean
  /** What was computed, unless it was refused. */
  readonly deadline?: Deadline
  /** What cases and `due` come to instead, where a question was asked after the date then due. */
  readonly otherwise?: string
}

/** All rows of a file, in its order. */
export interface Verified {
  readonly rows: readonly VerifiedRow[]
  readonly unreadable: readonly UnreadableRow[]
}

const columns = [
  'id',
  'rule',
  'nation',
  'received',
  'events',
  'expected_due',
  'basis',
  'reason',
] as const

/** Reads examples from comma-separated values with a header; throws SyntaxError where that is not what they are. */
export function readVectors(csv: string): {
  readonly vectors: readonly Vector[]
  readonly unreadable: readonly UnreadableRow[]
} {
  const [header, ...lines] = readCsv(csv)
  if (header?.values.join() !== columns.join())
    throw new SyntaxError(`the first line must be ${columns.join()}`)
  const vectors: Vector[] = []
  const unreadable: UnreadableRow[] = []
  const seen = new Set<string>()
  for (const line of lines) {
    const [id = ''] = line.values
    const vector = seen.has(id) ? `the id "${id}" stands twice` : readRow(line)
    if (typeof vector === 'object') vectors.push(vector)
    else unreadable.push({ line: line.number, id, fault: vector })
    seen.add(id)
  }
  return { vectors, unreadable }
}

/** The example of a row, or why there is none. */
function readRow(line: CsvLine): Vector | string {
  try {
    return readVector(line)
  } catch (error) {
    if (error instanceof DeadlineRefused || error instanceof SyntaxError) return error.message
    throw error
  }
}

/**
 * Compares each example with what the rules make of it. As examples of this form are made, every question counts,
 * even one asked after the date then due.
 */
export function verifyVectors(csv: string): Verified {
  const { vectors, unreadable } = readVectors(csv)
  return { rows: vectors.map(verify), unreadable }
}

function readVector({ values }: CsvLine): Vector {
  if (values.length !== columns.length)
    throw new SyntaxError(`${columns.length} values are needed and ${values.length} stand there`)
  const of = (column: (typeof columns)[number]) => values[columns.indexOf(column)] ?? ''
  const nation = of('nation')
  if (!isNation(nation)) throw new SyntaxError(`there is no nation "${nation}"`)
  const events = of('events')
  return {
    id: of('id'),
    rule: ruleOf(of('rule')).id,
    nation,
    received: received(of('received')),
    events: events === '' ? [] : events.split(';').map(readEvent),
    expected: expected(of('expected_due')),
    reason: of('reason'),
  }
}

function received(text: string): Receipt {
  const read = readReceipt(text)
  if ('fault' in read) throw new SyntaxError(read.fault)
  return read.value
}

function expected(text: string): string {
  if (text !== 'PAUSED' && 'fault' in readReceipt(text))
    throw new SyntaxError(`"${text}" is neither a date, nor an instant, nor PAUSED`)
  return text
}

function verify(vector: Vector): VerifiedRow {
  const { rule, received, nation, events } = vector
  const circumstances: Circumstances = { received, nation, events, lateQuestions: 'count' }
  try {
    const deadline = counted(rule, circumstances)
    const computed = writtenAnswer(deadline)
    const agrees = isSame(computed, vector.expected)
    const { version } = deadline
    const usual = writtenAnswer(due(rule, { received, nation, events, version }))
    return {
      vector,
      computed,
      deadline,
      agrees,
      ...(usual === computed ? {} : { otherwise: usual }),
    }
  } catch (error) {
    if (!(error instanceof DeadlineRefused)) throw error
    return { vector, computed: error.message, agrees: false }
  }
}

/** A file of dates asks for the arithmetic (rules 17.3): a day before the rule's first version is counted by that. */
function counted(rule: string, circumstances: Circumstances): Deadline {
  try {
    return due(rule, circumstances)
  } catch (error) {
    const [first] = ruleOf(rule).versions
    if (!first || !(error instanceof DeadlineRefused) || error.reason !== 'notInForce') throw error
    return due(rule, { ...circumstances, version: first.version })
  }
}

/** What a deadline comes to in short: its date or instant, and where there is none or none to rely on, that. */
export function writtenAnswer({ provisional, dueOn, dueAt, counting }: Deadline): string {
  const without = counting.number === null ? 'UNSETTLED' : 'PAUSED'
  const answer = dueOn ?? dueAt ?? without
  return provisional && dueOn !== undefined
    ? `${answer} (provisional: ${provisional.lacking})`
    : answer
}

/** Instants are the same whatever offset they are written with. */
const isSame = (computed: string, expected: string): boolean =>
  computed === expected ||
  (expected.length > 10 && computed.length > 10 && Date.parse(computed) === Date.parse(expected))
