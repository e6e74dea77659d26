/** Raised when the embedded PostgreSQL cannot run here; its message is a sentence for the operator. */
export class PostgresUnavailable extends Error {
  override readonly name = 'PostgresUnavailable'
  readonly isForOperator = true
}
