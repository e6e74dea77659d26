import type pg from 'pg'
import type { Clock } from './clock.ts'
import type { Memory } from './configuration-memory.ts'
import type { Sending, Statement } from './packet.ts'
import type { Prepared, Reader, Writing } from './statement.ts'

const begin: Statement = { name: 'begin', text: 'begin' }
const beginReadOnly: Statement = { name: 'begin-read-only', text: 'begin read only' }
const commit: Statement = { name: 'commit', text: 'commit' }
const rollback: Statement = { name: 'rollback', text: 'rollback' }

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

  /** Makes it last; throws where PostgreSQL rolled it back instead. */
  async commit(): Promise<void> {
    this.isCommitting = true
    const answer = this.send(commit)
    await this.settle()
    // after a failed statement PostgreSQL takes a commit for a rollback, and says so only here
    if ((await answer).command !== 'COMMIT') throw new Error('The transaction was rolled back')
  }

  /** Nothing was written: nobody need wait for it. */
  endReading(): void {
    this.#sending.flush() // lest it be passed over with what fails before it
    void this.send(commit)
  }

  async rollback(): Promise<void> {
    this.#sending.flush() // as above
    await this.#sending.send(rollback)
  }

  send(statement: Statement): Promise<pg.QueryResult> {
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
