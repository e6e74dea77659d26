import { after, type Coming, noteSignIn } from '#domain/sessions/index.ts'
import { createHash } from 'node:crypto'
import type { Writing } from '#platform/statement.ts'
import { countFailure, countSuccess, getStanding, lockSubject } from './throttle-queries.ts'
import { addressMemory, personMemory, waitAtAddress, waitUntil } from './throttle.ts'

/**
 * Whom an attempt is about: a person by number, whatever was typed where there is no such person, or, where
 * nobody says who they are before they are in, the address from which they ask. What fails at a second factor is
 * counted apart, or whoever has learnt the password would be forgiven by giving it again.
 */
export type Subject =
  | { readonly userId: number; readonly isFactor?: true }
  | { readonly typed: string }
  | { readonly askedFrom: string }

const keyOf = (subject: Subject): Buffer => createHash('sha256').update(textOf(subject)).digest()

function textOf(subject: Subject): string {
  if ('typed' in subject) return `typed ${subject.typed.toLowerCase()}`
  if ('askedFrom' in subject) return `asked from ${subject.askedFrom}`
  return `${subject.isFactor ? 'factor' : 'user'} ${subject.userId}`
}

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
  const isOfAddress = 'askedFrom' in about.subject
  const addressSince = after(now, -addressMemory)
  const personSince = isOfAddress ? addressSince : after(now, -personMemory)
  void lockSubject(db, { subject })
  const standing = await getStanding(db, { subject, address, personSince, addressSince })
  const until = isOfAddress ? waitAtAddress(standing, now) : waitUntil(standing, now)
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
