import { instant, int8, json, nullable, text } from './columns.ts'
import { change } from './statement.ts'

/** Who did or saw what, through which operation, with which outcome; never personal data of customers. */
export interface AuditEntry {
  readonly occurredAt: Date
  readonly actor: string
  readonly operation: string
  readonly outcome: string
  readonly caseId: number | null
  readonly particulars: Readonly<Record<string, unknown>>
  readonly requestId: string
}

/** Adds an entry to the organisation's audit; it is chained to the others after its transaction. */
export const insertAuditEntry = change({
  takes: {
    occurredAt: instant,
    actor: text,
    operation: text,
    outcome: text,
    caseId: nullable(int8),
    particulars: json<Readonly<Record<string, unknown>>>(),
    requestId: text,
  },
  returns: {},
  sql: `
    insert into audit_entries
      (organisation_id, occurred_at, actor, operation, outcome, case_id, particulars, request_id)
    values (:organisationId, :occurredAt, :actor, :operation, :outcome, :caseId, :particulars,
      :requestId)`,
})
