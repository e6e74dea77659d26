import { typedDate } from '#domain/calendar/index.ts'
import { choice, text } from '#kernel/kinds.ts'
import { optional, required, type Input } from '#kernel/parameters.ts'
import { invalidInput, Refusal } from '#kernel/refusal.ts'

/** The kinds of contact detail that are kept beside the record itself. */
export const contactKinds = [
  'address',
  'phone number',
  'e-mail address',
  'representative',
  'interpreter',
  'other',
] as const

/** A further way to reach somebody, or who speaks for them, with the days on which it holds. */
export const contactParameters = Object.freeze({
  kind: required(choice(...contactKinds), 'Kind of contact detail'),
  details: required(text({ max: 1000 }), 'The details'),
  from: optional(typedDate, 'From'),
  until: optional(typedDate, 'Until'),
})

/** The same as it is stored; refuses an end before the beginning. */
export function contactSent(sent: Input<typeof contactParameters>) {
  const { kind, details, from = null, until = null } = sent
  if (from !== null && until !== null && until < from)
    throw new Refusal(invalidInput, [
      { parameter: 'Until', kind: 'invalid', message: 'Until must not be earlier than from' },
    ])
  return { kind, details, fromOn: from, untilOn: until }
}
