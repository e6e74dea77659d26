import { integer } from '#kernel/kinds.ts'
import { required } from '#kernel/parameters.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Reading, Writing } from '#platform/statement.ts'
import { personMerged, unknownPerson } from './errors.ts'
import { findPerson, lockPerson } from './record-queries.ts'

/** Numbers of people, contact details and alerts. */
export const recordNumber = integer({ min: 1, max: 2_000_000_000_000 })

/** Whom an operation is about. */
export const personSought = required(recordNumber, 'The person')

/** Somebody as stored. */
export type Person = NonNullable<Awaited<ReturnType<typeof findPerson>>>

/** Somebody by number; refuses where there is nobody. */
export async function getPerson(db: Reading, customerId: number): Promise<Person> {
  const person = await findPerson(db, { customerId })
  if (!person) throw new Refusal(unknownPerson)
  return person
}

/** Somebody by number, as they are now: where the record was merged, the one it went into. */
export async function presentPerson(db: Reading, customerId: number): Promise<Person> {
  const person = await getPerson(db, customerId)
  return person.mergedInto === null ? person : getPerson(db, person.mergedInto)
}

/** Somebody whom this transaction is about to change; refuses where there is nobody or the record was merged. */
export async function personToChange(db: Writing, customerId: number) {
  const person = await lockPerson(db, { customerId })
  if (!person) throw new Refusal(unknownPerson)
  if (person.mergedInto !== null) throw new Refusal(personMerged)
  return person
}
