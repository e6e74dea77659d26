import type pg from 'pg'
import type { Clock } from './clock.ts'
import type { Memory } from './configuration-memory.ts'
import type { Statement } from './packet.ts'
import type { Sending } from './sending.ts'
import type { Prepared, Reader, Writing } from './statement.ts'

const begin: Statement = { name: 'begin', text: 'begin' }
const beginReadOnly: Statement = { name: 'begin-read-only', text: 'begin read only' }

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
  readonly #sending: Sending
  readonly #sent: Promise<unknown>[] = []
  /** The connection may be another's by now. */
  #isOver = false

  constructor(sending: Sending, organisationId: number, memory: Memory) {
    this.#sending = sending
    this.organisationId = organisationId
    this.memory = memory
  }

  beginReading(clock: Clock, reader: Reader | undefined): void {
    void this.send(beginReadOnly)
    const now = clock.databaseNow?.().toISOString() ?? null
    void this.send({ ...opening, values: [...namesOf(this.organisationId, reader), now] })
  }

  beginWriting(clock: Clock, reader: Reader | undefined): void {
    void this.send(begin)
    const now = clock.databaseNow?.().toISOString() ?? null
    void this.send({ ...writingOpening, values: [...namesOf(this.organisationId, reader), now] })
  }

  /** Makes it last; throws the first failure, or that PostgreSQL rolled it back instead. */
  async commit(): Promise<void> {
    this.isCommitting = true
    this.#isOver = true
    const committed = this.#sending.commit()
    committed.catch(() => {})
    await this.settle()
    await committed
  }

  /** Nothing was written: nobody need wait for it. */
  endReading(): void {
    this.#isOver = true
    this.#sending.endReading()
  }

  async rollback(): Promise<void> {
    this.#isOver = true
    await this.#sending.rollback()
  }

  send(statement: Statement): Promise<pg.QueryResult> {
    if (this.#isOver) return Promise.reject(new Error('The transaction is over'))
    const answer = this.#sending.send(statement)
    answer.catch(() => {})
    this.#sent.push(answer)
    return answer
  }

  async run({ name, text }: Prepared, values: readonly unknown[]): Promise<readonly unknown[]> {
    return (await this.send({ name, text, values })).rows
  }

  /** Waits for everything sent, and throws the first failure: the later ones only follow from it. */
  async settle(): Promise<void> {
    for (const answer of this.#sent) await answer
  }
}
