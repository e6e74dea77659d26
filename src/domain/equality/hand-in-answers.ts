import { createHmac, type KeyObject } from 'node:crypto'
import { deriveKey, seal } from '#platform/sealed-box.ts'
import type { Writing } from '#platform/statement.ts'
import type { EqualityAnswer } from './answer.ts'
import { insertEqualityAnswers } from './queries.ts'

const paddedLength = 256

/**
 * Hands a person's answers to the store that casework cannot read: under a pseudonym, each sealed. Needs
 * no waiting for: `void handInAnswers(…)` travels with the commit.
 */
export function handInAnswers(
  db: Writing,
  person: {
    readonly equalityKey: KeyObject
    readonly customerId: number
    readonly answers: readonly EqualityAnswer[]
  },
): Promise<unknown> {
  if (person.answers.length === 0) return Promise.resolve()
  const subject = equalitySubject(person.equalityKey, db.organisationId, person.customerId)
  const sealingKey = deriveKey(person.equalityKey, 'equality answers')
  const answers = person.answers.map(({ question, given }) => ({
    question,
    sealed:
      given && seal(sealingKey, padded(given), answerContext(subject, question)).toString('base64'),
  }))
  return insertEqualityAnswers(db, { subject, answers })
}

/** The pseudonym under which a person's answers are kept: nobody gets from it to the person without the key. */
export function equalitySubject(
  equalityKey: KeyObject,
  organisationId: number,
  customerId: number,
): Buffer {
  const key = deriveKey(equalityKey, 'equality subjects')
  return createHmac('sha256', key).update(`${organisationId} ${customerId}`).digest()
}

/** What a sealed answer is bound to: it opens for no other person and no other question. */
export const answerContext = (subject: Buffer, question: string): string =>
  `${subject.toString('hex')} ${question}`

/** A seal keeps the length, and the length of so few words would tell the word. */
function padded(given: object): string {
  const written = JSON.stringify(given)
  const length = Math.ceil(Buffer.byteLength(written) / paddedLength) * paddedLength
  return written + ' '.repeat(length - Buffer.byteLength(written))
}
