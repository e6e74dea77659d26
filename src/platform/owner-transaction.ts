import pg from 'pg'
import { resultTypes } from './columns.ts'
import { configurationMemory } from './configuration-memory.ts'
import type { Address } from './database.ts'
import { Sending } from './sending.ts'
import type { Writing } from './statement.ts'
import { Transaction } from './transaction.ts'

/** Gives the owner's transaction as one of the organisation of that number. */
export type Within = (organisationId: number) => Promise<Writing>

/** A connection of the owner, who passes every wall between organisations. */
export interface OwnerConnection {
  /** Runs the work in one transaction: all of it is written, or nothing. */
  transaction<T>(work: (within: Within) => Promise<T>): Promise<T>
  /** Clears up after much has been written, and counts anew what the planner goes by. */
  tidy(tables: readonly string[]): Promise<void>
  close(): Promise<void>
}

const naming = {
  name: 'naming',
  text: `select set_config('casewright.organisation', $1, true)`,
}

/** Connects as the owner, for commands and the first start; never for what a caller asks. */
export async function connectAsOwner(owner: Address): Promise<OwnerConnection> {
  const client = new pg.Client({
    ...owner,
    types: resultTypes(pg.types),
    pipeline: true,
  } as pg.ClientConfig)
  client.on('error', () => {}) // whatever is sent next says so
  await client.connect()
  const sending = new Sending(client)
  const within: Within = async (organisationId) => {
    await sending.send({ ...naming, values: [String(organisationId)] })
    return new Transaction(sending, organisationId, configurationMemory().of(organisationId))
  }
  return Object.freeze<OwnerConnection>({
    async transaction(work) {
      await client.query('begin')
      try {
        const result = await work(within)
        await sending.commit()
        return result
      } catch (error) {
        await sending.rollback().catch(() => {}) // a connection that is lost has rolled back
        throw error
      }
    },
    tidy: async (tables) =>
      void (await client.query(`vacuum (analyze) ${tables.map(pg.escapeIdentifier).join(', ')}`)),
    close: () => client.end(),
  })
}
