import type { Actor } from '#kernel/actor.ts'
import type { Writing } from '#platform/statement.ts'
import { insertReader } from './access-queries.ts'

/** Names somebody on a case that they have just made confidential; those with the right need no naming. */
export function staysKnownTo(
  db: Writing,
  caseId: number,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): void {
  if (actor.kind !== 'user' || actor.permissions.has('case.confidential.view')) return
  void insertReader(db, { caseId, userId: actor.id, author: actor.name, now })
}
