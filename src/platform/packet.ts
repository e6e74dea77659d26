import pg from 'pg'

/** A statement as the driver takes it; its name is that under which PostgreSQL keeps it prepared. */
export interface Statement {
  readonly name: string
  readonly text: string
  readonly values?: readonly unknown[]
}

interface Connection {
  readonly stream: { cork(): void; uncork(): void; destroy(error: Error): void }
  /** The text of each statement that was sent to be prepared, until PostgreSQL says that it is. */
  readonly submittedNamedStatements: Record<string, string>
  execute(portal: object): void
  sync(): void
}

type Told = (error: Error | null, result: pg.QueryResult) => void

/** A statement that is to be sent, and who is told how it went. */
export interface Asked {
  readonly statement: Statement
  readonly told: Told
}

/** What the driver calls of a query while it is sent and answered (pg/lib/query.js); its types do not say so. */
interface DriverQuery {
  name: string
  text: string
  readonly _result: { _types: unknown }
  prepare(connection: Connection): void
  handleRowDescription(message: unknown): void
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, connection: Connection): void
  handleReadyForQuery(connection: Connection): void
  handleError(error: Error, connection: Connection): void
}

const DriverQuery = pg.Query as unknown as new (
  text: string,
  values: readonly unknown[] | undefined,
  told: Told,
) => DriverQuery

/** A statement of a packet: the driver's own, but that it leaves the end of the packet to the packet. */
class Part extends DriverQuery {
  #isSent = false

  constructor({ statement: { name, text, values }, told }: Asked) {
    super(text, values, told) // a description of all three would be copied property by property, which costs more
    this.name = name
  }

  _getRows(connection: Connection): void {
    connection.execute({})
    this.#isSent = true
  }

  override handleError(error: Error, connection: Connection): void {
    // of values that cannot be sent the driver makes an end that the packet knows nothing of
    if (!this.#isSent) connection.stream.destroy(error)
    super.handleError(error, connection)
  }
}

/**
 * Statements that are sent in one go and answered in one go. The driver would have PostgreSQL answer each by itself
 * (a Sync after each, PostgreSQL's "Extended Query" protocol), which costs both sides a system call more for every
 * statement. After one that fails PostgreSQL passes over those behind it: each of them fails with the same error.
 */
export class Packet extends DriverQuery {
  readonly statements: readonly Statement[]
  readonly #parts: readonly Part[]
  #answered = 0

  constructor(asked: readonly Asked[]) {
    super('', undefined, () => {})
    this.statements = asked.map(({ statement }) => statement)
    this.#parts = asked.map((each) => new Part(each))
    this.#name()
  }

  /** The driver asks the query for the name of what was prepared. */
  #name(): void {
    const part = this.#parts[this.#answered]
    this.name = part?.name ?? ''
    this.text = part?.text ?? ''
  }

  submit(connection: Connection): null {
    connection.stream.cork()
    try {
      for (const part of this.#parts) {
        part._result._types = this._result._types
        part.prepare(connection)
      }
      connection.sync()
    } finally {
      connection.stream.uncork()
    }
    return null
  }

  override handleRowDescription(message: unknown): void {
    this.#parts[this.#answered]?.handleRowDescription(message)
  }

  override handleDataRow(message: unknown): void {
    this.#parts[this.#answered]?.handleDataRow(message)
  }

  override handleCommandComplete(message: unknown, connection: Connection): void {
    const part = this.#parts[this.#answered]
    this.#answered += 1
    this.#name()
    part?.handleCommandComplete(message, connection)
    part?.handleReadyForQuery(connection)
  }

  override handleReadyForQuery(): void {}

  override handleError(error: Error, connection: Connection): void {
    for (const part of this.#parts.slice(this.#answered)) {
      delete connection.submittedNamedStatements[part.name]
      part.handleError(error, connection)
    }
  }
}
