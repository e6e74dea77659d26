import { createHash } from 'node:crypto'
import type { Memory } from './configuration-memory.ts'
import { toDriver, type Column, type Columns, type Row } from './columns.ts'

/** The person on whose behalf a transaction reads: it meets only what they may know of. */
export interface Reader {
  readonly userId: number
  readonly seesConfidential: boolean
}

/** A connection within a transaction of one organisation, for reading. */
export interface Reading {
  readonly organisationId: number
  /** What is kept of the organisation's configuration until it changes. */
  readonly memory: Memory
  run(statement: Prepared, values: readonly unknown[]): Promise<readonly unknown[]>
}

/** A connection within a transaction that may also write. */
export interface Writing extends Reading {
  readonly isWriting: true
}

/** A statement as the driver sends it: its text, and its name (the hash of the text). */
export interface Prepared {
  readonly name: string
  readonly text: string
  readonly takes: readonly (readonly [string, Column<unknown>])[]
  readonly returns: Columns
}

interface Definition<T extends Columns, R extends Columns> {
  readonly takes: T
  readonly returns: R
  /** In lower case, with `:name` for what is taken and `:organisationId` for the transaction's organisation. */
  readonly sql: string
}

const everyStatement: Prepared[] = []
/** Every statement declared so far, for the test that prepares each against the migrated database. */
export const declaredStatements = (): readonly Prepared[] => everyStatement

const organisationColumn: Column<number> = { sqlType: 'int4', isNullable: false }

function prepare(definition: Definition<Columns, Columns>): Prepared {
  const takes: [string, Column<unknown>][] = []
  const text = definition.sql
    .trim()
    .replaceAll(/(?<!:):([a-z][A-Za-z0-9]*)/g, (_, name: string) => {
      const type = name === 'organisationId' ? organisationColumn : definition.takes[name]
      if (!type) throw new Error(`A statement uses :${name}, which it does not take`)
      let index = takes.findIndex(([taken]) => taken === name)
      if (index < 0) index = takes.push([name, type]) - 1
      return `$${index + 1}::${type.sqlType}`
    })
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20)
  const prepared = Object.freeze({ name, text, takes, returns: definition.returns })
  everyStatement.push(prepared)
  return prepared
}

function run(db: Reading, prepared: Prepared, given: Record<string, unknown>) {
  const values = prepared.takes.map(([name, column]) =>
    name === 'organisationId' ? db.organisationId : toDriver(column, given[name]),
  )
  return db.run(prepared, values)
}

/** A statement that finds one row or none. */
export function find<T extends Columns, R extends Columns>(definition: Definition<T, R>) {
  const prepared = prepare(definition)
  return async (db: Reading, values: Row<T>): Promise<Row<R> | undefined> =>
    (await run(db, prepared, values))[0] as Row<R> | undefined
}

/** A statement whose one row is always there. */
export function get<T extends Columns, R extends Columns>(definition: Definition<T, R>) {
  const prepared = prepare(definition)
  return async (db: Reading, values: Row<T>): Promise<Row<R>> => {
    const [row] = await run(db, prepared, values)
    if (!row) throw new Error(`A row that must exist does not: ${prepared.text.slice(0, 80)}`)
    return row as Row<R>
  }
}

/** A statement that lists rows. */
export function list<T extends Columns, R extends Columns>(definition: Definition<T, R>) {
  const prepared = prepare(definition)
  return async (db: Reading, values: Row<T>): Promise<readonly Row<R>[]> =>
    (await run(db, prepared, values)) as readonly Row<R>[]
}

/**
 * A statement that writes and returns the rows it names. It need not be awaited: its failure fails the
 * transaction, at the commit at the latest.
 */
export function change<T extends Columns, R extends Columns>(definition: Definition<T, R>) {
  const prepared = prepare(definition)
  return (db: Writing, values: Row<T>): Promise<readonly Row<R>[]> => {
    const answer = run(db, prepared, values) as Promise<readonly Row<R>[]>
    answer.catch(() => {}) // where nobody awaits it, its rejection must not end the program
    return answer
  }
}
