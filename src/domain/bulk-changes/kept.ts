import type { Actor } from '#kernel/actor.ts'
import { notPermitted, Refusal } from '#kernel/refusal.ts'
import type { Permission } from '#kernel/permission.ts'
import type { Writing } from '#platform/statement.ts'
import { insertBulkChange, type BulkLine } from './bulk-queries.ts'

/** What can be done to several cases at once. */
export type BulkKind = 'assign' | 'tag' | 'close'

/** What somebody has done to several cases, and what became of each. */
export interface Done {
  readonly kind: BulkKind
  /** What they were given: a tag, or the way in which they ended. */
  readonly what: string | null
  readonly lines: readonly BulkLine[]
}

/** Keeps what was done to several cases; gives its number, and the cases that it was done to. */
export async function keepDone(
  db: Writing,
  { kind, what, lines }: Done,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
) {
  const userId = actor.kind === 'user' ? actor.id : 0
  const [made] = await insertBulkChange(db, { userId, kind, what, lines, now })
  if (!made) throw new Refusal(notPermitted)
  const cases = lines.filter(({ result }) => result === 'done').map(({ caseId }) => caseId)
  return { made, cases }
}

const needed: Readonly<Record<BulkKind, Permission>> = {
  assign: 'case.assign',
  tag: 'case.update',
  close: 'case.end',
}

/** Refuses whoever may not do that kind of thing to a case. */
export function checkMay({ permissions }: Actor, kind: string): void {
  const [known] = (['assign', 'tag', 'close'] as const).filter((each) => each === kind)
  if (!known || !permissions.has(needed[known])) throw new Refusal(notPermitted)
}
