import { findSubject } from '#domain/access/index.ts'
import { recordUse } from '#domain/cases/index.ts'
import type { Door } from '#kernel/perform.ts'
import { insertAuditEntry } from '#platform/audit-entries.ts'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database.ts'
import type { Outside } from '#platform/outside.ts'
import { rememberedCalls } from '#platform/remembered-calls.ts'

/** The door of a running program: what `perform` needs, put together. */
export const openDoor = (world: {
  readonly database: Database
  readonly outside: Outside
  readonly clock: Clock
}): Door => Object.freeze({ ...world, findSubject, recordUse, insertAuditEntry, rememberedCalls })
