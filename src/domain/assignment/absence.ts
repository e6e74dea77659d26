import { writeLocalDate } from '#platform/local-time.ts'
import type { Writing } from '#platform/statement.ts'
import { cutAbsence, lockStaff, upsertAbsence } from './absence-queries.ts'

/** Why somebody is away, as far as it is noted. */
export const absenceKinds = ['leave', 'sickness', 'training', 'other'] as const

/**
 * Notes an absence and gives its number; one of the same days is changed. Undefined where the person is away on
 * some of the days already.
 */
export async function putAbsence(
  db: Writing,
  absence: Parameters<typeof upsertAbsence>[1],
): Promise<number | undefined> {
  // both travel together; the second looks only when the first has the lock
  const [, [put]] = await Promise.all([lockStaff(db, absence), upsertAbsence(db, absence)])
  return put?.absenceId
}

/** Ends an absence: today the person is back, or never away where it had not begun. */
export const comeBack = (db: Writing, absenceId: number, now: Date) =>
  cutAbsence(db, { absenceId, back: writeLocalDate(now) })
