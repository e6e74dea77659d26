import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Clock } from './clock.ts'
import { resultTypes } from './columns.ts'
import {
  configurationMemory,
  type ConfigurationMemory,
  type Memory,
} from './configuration-memory.ts'
import { forgetWhatIsAnnounced, listenForChanges } from './listener.ts'
import { Sending } from './sending.ts'
import type { Reader, Reading, Writing } from './statement.ts'
import { Transaction } from './transaction.ts'

/** The application's way to PostgreSQL: every transaction belongs to one organisation. */
export interface Database {
  /** Runs the work in a read-only transaction of the organisation, on behalf of the reader if there is one. */
  read<T>(organisationId: number, work: (db: Reading) => Promise<T>, reader?: Reader): Promise<T>
  /** Runs the work in a writing transaction; what it has sent last travels together with the commit. */
  write<T>(organisationId: number, work: (db: Writing) => Promise<T>, reader?: Reader): Promise<T>
  /** What is kept of an organisation's configuration; of organisation 0, what is kept of all. */
  memoryOf(organisationId: number): Memory
  /** True when the database answers and has had the migration of that name. */
  isReady(migration: string): Promise<boolean>
  close(): Promise<void>
}

/** Where PostgreSQL listens, and as whom to speak to it. */
export type Address = pg.PoolConfig & { readonly connectionString?: string }

/** Connects once, or throws a sentence for the operator that names the variable and not the password. */
export async function reach(variable: string, address: Address): Promise<void> {
  const client = new pg.Client({ connectionTimeoutMillis: 10_000, ...address })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (cause) {
    const { message, code } = cause as NodeJS.ErrnoException
    const text = `The PostgreSQL server of ${variable} cannot be used: ${message || code}; check ${variable}, and that the server runs.`
    throw Object.assign(new Error(text, { cause }), { isForOperator: true })
  } finally {
    await client.end().catch(() => {})
  }
}

type Work<T> = (transaction: Transaction) => Promise<T>

async function run<T>(client: pg.PoolClient, transaction: Transaction, work: Work<T>): Promise<T> {
  let broken: Error | undefined
  try {
    return await work(transaction)
  } catch (error) {
    await transaction.rollback().catch((lost: Error) => (broken = lost))
    const first = await transaction.settle().catch((failure: unknown) => failure)
    // a connection that was lost before the commit was sent: nothing came of it, and another may be had
    if (broken && !transaction.isCommitting) throw new TryAgain(broken.message, { cause: error })
    throw isAftermath(error) ? first : error
  } finally {
    client.release(broken)
  }
}

/** True of statements that failed only because an earlier one had. */
const isAftermath = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === '25P02'

/** What goes away when the transaction is run again: a conflict, a lost connection. */
export class TryAgain extends Error {}
const passing = new Set(['40001', '40P01'])
const isPassing = (error: unknown): boolean =>
  error instanceof TryAgain || (error instanceof pg.DatabaseError && passing.has(error.code ?? ''))

/** The constraint that refused a write, if that is what the error says. */
export const violatedConstraint = (error: unknown): string | undefined =>
  error instanceof pg.DatabaseError && error.code?.startsWith('23') ? error.constraint : undefined

const poolOf = (address: Address, memory: ConfigurationMemory): pg.Pool => {
  const pool = new pg.Pool({
    max: 10,
    connectionTimeoutMillis: 30_000, // also the longest wait for a free connection
    keepAlive: true,
    ...address,
    pipeline: true,
    types: resultTypes(pg.types),
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    // whoever has changed something must not be shown what was before
    onConnect: (client: pg.ClientBase) => forgetWhatIsAnnounced(client, memory),
  } as pg.PoolConfig)
  // a lost connection tells whoever is using it, and is replaced at its next use
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Opens the pool of the application's role; what it reads of the configuration is kept in the memory. */
export function openDatabase(
  address: Address,
  clock: Clock,
  memory: ConfigurationMemory = configurationMemory(clock),
): Database {
  const pool = poolOf(address, memory)
  const listener = listenForChanges(address, memory)

  const begin = async <T>(organisationId: number, work: Work<T>): Promise<T> => {
    const client = await pool.connect()
    const sending = new Sending(client)
    return run(client, new Transaction(sending, organisationId, memory.of(organisationId)), work)
  }

  return Object.freeze<Database>({
    read: (organisationId, work, reader) =>
      untilSettled(() =>
        begin(organisationId, async (transaction) => {
          transaction.beginReading(clock, reader)
          const result = await work(transaction)
          transaction.endReading()
          return result
        }),
      ),
    write: (organisationId, work, reader) =>
      untilSettled(() =>
        begin(organisationId, async (transaction) => {
          transaction.beginWriting(clock, reader)
          const result = await work(transaction)
          await transaction.commit()
          return result
        }),
      ),
    memoryOf: (organisationId) => memory.of(organisationId),
    isReady: (migration) =>
      Promise.race([hasMigration(pool, migration), pause(secondsToBeReady * 1000, false, unheld)]),
    async close() {
      await listener.close()
      await pool.end()
    },
  })
}

const secondsToBeReady = 5
const unheld = { ref: false }

const hasMigration = (pool: pg.Pool, name: string): Promise<boolean> =>
  pool.query('select from migrations where name = $1', [name]).then(
    ({ rowCount }) => rowCount === 1,
    () => false,
  )

async function untilSettled<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (tries === 5 || !isPassing(error)) throw error
    }
  }
}
