import { isDeepStrictEqual } from 'node:util'
import type { Writing } from '#platform/statement.ts'
import type { Change, Changing, Kept } from './change-kind.ts'
import { insertChange } from './queries.ts'

const secret = /secret|password|hash|token/i

/**
 * Writes a change of the configuration into the change log, with the transaction that makes it; nothing where
 * before and after are the same. Throws where it would keep a secret.
 */
export function recordChange(
  db: Writing,
  { kind, subject, before, after }: Change,
  { by, now, restores }: Changing,
): void {
  if (isDeepStrictEqual(before, after)) return
  refuseSecrets(before)
  refuseSecrets(after)
  void insertChange(db, { kind, subject, before, after, by, now, restores: restores ?? null })
}

function refuseSecrets(kept: Kept): void {
  const found = Object.keys(kept ?? {}).find((name) => secret.test(name))
  if (found !== undefined) throw new Error(`The change log keeps no ${found}`)
}
