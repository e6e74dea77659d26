import { randomUUID } from 'node:crypto'
import { insertAuditEntry } from '#platform/audit-entries.ts'
import type { Writing } from '#platform/statement.ts'

/** Where and when a person signs in. */
export interface At {
  readonly organisationId: number
  readonly now: Date
}

/** Who comes to sign in, as far as a face can tell. */
export interface Coming extends At {
  /** The network address, as it counts for guessing. */
  readonly address: string
  /** The browser and its device, in words. */
  readonly device: string
  readonly requestId: string
}

/** Someone who is known by now. */
export interface Known {
  readonly userId: number
  readonly fullName: string
}

/** What the audit is told: never what was typed, nor more of a person than their number. */
interface Told {
  readonly what: string
  readonly outcome?: string
  /** Whoever did it, where that is sure. */
  readonly by?: Known | undefined
  readonly particulars?: Readonly<Record<string, unknown>>
}

/** Writes into the audit what came of signing in. */
export const noteSignIn = (
  db: Writing,
  { now, requestId = randomUUID() }: Pick<At, 'now'> & { readonly requestId?: string },
  { what, outcome = 'done', by, particulars = {} }: Told,
): void =>
  void insertAuditEntry(db, {
    occurredAt: now,
    actor: by ? `user ${by.userId} ${by.fullName}` : 'visitor',
    operation: what,
    outcome,
    caseId: null,
    particulars,
    requestId,
  })
