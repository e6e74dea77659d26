import type pg from 'pg'
import { Packet, type Asked, type Statement } from './packet.ts'

const commit: Statement = { name: 'commit', text: 'commit' }
const rollback: Statement = { name: 'rollback', text: 'rollback' }

/** What is sent on a connection: the statements of one turn leave together. */
export class Sending {
  readonly #client: pg.ClientBase
  #asked: Asked[] = []

  constructor(client: pg.ClientBase) {
    this.#client = client
  }

  /** Sends the statement together with all others of this turn; throws what PostgreSQL refuses it with. */
  send(statement: Statement): Promise<pg.QueryResult> {
    if (this.#asked.length === 0) process.nextTick(() => this.flush())
    return new Promise<pg.QueryResult>((resolve, reject) => {
      this.#asked.push({
        statement,
        told: (error, result) => (error ? reject(error) : resolve(result)),
      })
    }).catch((error: Error) => {
      Error.captureStackTrace(error) // it began at the socket: now it leads to whoever sent this
      throw error
    })
  }

  /** Sends what there is without waiting for the end of the turn: what comes after it is answered by itself. */
  flush(): void {
    if (this.#asked.length === 0) return
    const packet = new Packet(this.#asked)
    this.#asked = []
    this.#client.query(packet as unknown as pg.Submittable)
  }

  /** Makes the transaction last; throws what failed in this turn, or that PostgreSQL rolled it back instead. */
  async commit(): Promise<void> {
    // after a failed statement PostgreSQL takes a commit for a rollback, and says so only here
    const { command } = await this.send(commit)
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back')
  }

  /** Undoes the transaction, whatever has failed in it. */
  async rollback(): Promise<void> {
    this.flush() // lest it be passed over with what fails before it
    await this.send(rollback)
  }

  /** Ends a transaction in which nothing was written: nobody need wait for it. */
  endReading(): void {
    this.flush() // as above
    this.send(commit).catch(() => {})
  }
}
