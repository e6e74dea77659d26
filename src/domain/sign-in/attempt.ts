import { after, type Coming, noteSignIn } from '#domain/sessions/index.ts'
import { createHash } from 'node:crypto'
import type { Writing } from '#platform/statement.ts'
import { countFailure, countSuccess, getStanding, lockSubject } from './throttle-queries.ts'
import { addressMemory, personMemory, waitUntil } from './throttle.ts'

/**
 * Whom an attempt is about: a person by number, or whatever was typed where there is no such person. What fails at
 * a second factor is counted apart, or whoever has learnt the password would be forgiven by giving it again.
 */
export type Subject =
  { readonly userId: number; readonly isFactor?: true } | { readonly typed: string }

const keyOf = (subject: Subject): Buffer => {
  const text = 'userId' in subject ? textOf(subject) : `typed ${subject.typed.toLowerCase()}`
  return createHash('sha256').update(text).digest()
}

const textOf = ({ userId, isFactor }: { userId: number; isFactor?: true }): string =>
  `${isFactor ? 'factor' : 'user'} ${userId}`

/**
 * Begins an attempt at a password: it counts as failed until it is told to have succeeded, so that attempts at the
 * same time gain nothing. Gives until when to wait instead, where there were too many.
 */
export async function beginAttempt(
  db: Writing,
  coming: Coming,
  about: { readonly subject: Subject; readonly what: string },
): Promise<Date | undefined> {
  const { address, now } = coming
  const subject = keyOf(about.subject)
  const personSince = after(now, -personMemory)
  void lockSubject(db, { subject })
  const memory = { personSince, addressSince: after(now, -addressMemory) }
  const until = waitUntil(await getStanding(db, { subject, address, ...memory }), now)
  if (until) noteSignIn(db, coming, { ...told(about), outcome: 'throttled' })
  else void countFailure(db, { subject, address, personSince, now })
  return until
}

/** Notes that an attempt has failed. */
export const noteFailure = (
  db: Writing,
  coming: Coming,
  about: { readonly subject: Subject; readonly what: string },
): void => noteSignIn(db, coming, { ...told(about), outcome: 'failed' })

const told = ({ subject, what }: { readonly subject: Subject; readonly what: string }) => ({
  what,
  particulars: 'userId' in subject ? { userId: subject.userId } : {},
})

/** Notes that a person has succeeded: what failed for them from there is forgiven. */
export const noteSuccess = (db: Writing, { address, now }: Coming, subject: Subject): void =>
  void countSuccess(db, { subject: keyOf(subject), address, now })
