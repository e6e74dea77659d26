import type { Socket } from 'node:net'
import type pg from 'pg'
import type { Clock } from './clock.ts'
import type { Memory } from './configuration-memory.ts'
import type { Prepared, Reader, Writing } from './statement.ts'

// these answer with no row: nobody reads it
const opening = {
  name: 'opening',
  text: `select where set_config('casewright.organisation', $1, true) is null
    or set_config('casewright.reader', $2, true) is null
    or set_config('casewright.sees_confidential', $3, true) is null
    or set_config('casewright.now', coalesce($4, ''), true) is null`,
}
// in the order of the case: the time is taken after the transaction has its number
const writingOpening = {
  name: 'writing-opening',
  text: `select where case when set_config('casewright.organisation', $1, true) is not null
    and set_config('casewright.reader', $2, true) is not null
    and set_config('casewright.sees_confidential', $3, true) is not null
    then case when pg_current_xact_id() is not null
    then set_config('casewright.now', coalesce($4, clock_timestamp()::text), true) is null end end`,
}

/** The settings that name a transaction's organisation and reader, as PostgreSQL is told them. */
export const namesOf = (organisationId: number, reader: Reader | undefined): readonly string[] => [
  String(organisationId),
  reader ? String(reader.userId) : '',
  reader?.seesConfidential ? 'on' : 'off',
]

/** A transaction whose statements are sent without waiting for the answers of those before. */
export class Transaction implements Writing {
  readonly isWriting = true
  /** From here on nobody knows, until the answer is there, whether it lasts. */
  isCommitting = false
  readonly organisationId: number
  readonly memory: Memory
  readonly #client: pg.PoolClient
  readonly #sent: Promise<unknown>[] = []

  constructor(client: pg.PoolClient, organisationId: number, memory: Memory) {
    this.#client = client
    this.organisationId = organisationId
    this.memory = memory
  }

  beginReading(clock: Clock, reader: Reader | undefined): void {
    void this.send('begin read only')
    const now = clock.databaseNow?.().toISOString() ?? null
    void this.send({ ...opening, values: [...namesOf(this.organisationId, reader), now] })
  }

  beginWriting(clock: Clock, reader: Reader | undefined): void {
    void this.send('begin')
    const now = clock.databaseNow?.().toISOString() ?? null
    void this.send({ ...writingOpening, values: [...namesOf(this.organisationId, reader), now] })
  }

  /** Makes it last; throws where PostgreSQL rolled it back instead. */
  async commit(): Promise<void> {
    this.isCommitting = true
    const answer = this.send('commit')
    await this.settle()
    // after a failed statement PostgreSQL takes a commit for a rollback, and says so only here
    if ((await answer).command !== 'COMMIT') throw new Error('The transaction was rolled back')
  }

  /** Nothing was written: nobody need wait for it. */
  endReading(): void {
    void this.send('commit')
  }

  async rollback(): Promise<void> {
    await this.#client.query('rollback')
  }

  send(query: pg.QueryConfig | string): Promise<pg.QueryResult> {
    holdBack(this.#client)
    const answer = this.#client.query(query)
    answer.catch(() => {})
    this.#sent.push(answer)
    return answer
  }

  async run({ name, text }: Prepared, values: readonly unknown[]): Promise<readonly unknown[]> {
    return (await this.send({ name, text, values: [...values] })).rows
  }

  /** Waits for everything sent, and throws the first failure: the later ones only follow from it. */
  async settle(): Promise<void> {
    for (const answer of this.#sent) await answer
  }
}

// Statements sent in one go leave in one packet: writing to the socket was half of the work of sending.
function holdBack(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
  if (stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}
