import { typedDate } from '#domain/calendar/index.ts'
import { reply } from '#kernel/answer.ts'
import { choice, text } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { invalidInput, Refusal } from '#kernel/refusal.ts'
import { personMerged, unknownPerson } from './errors.ts'
import { personSought, personToChange } from './person.ts'
import { insertContact } from './record-queries.ts'

/** The kinds of contact detail that are kept beside the record itself. */
export const contactKinds = [
  'address',
  'phone number',
  'e-mail address',
  'representative',
  'interpreter',
  'other',
] as const

/** Adds a further way to reach somebody, or who speaks for them, with the days on which it holds. */
export const addContact = operation({
  name: 'addcontact',
  summary: 'Add a contact detail or representative of a person',
  effect: 'write',
  isWebOnly: true,
  permission: 'customer.update',
  parameters: {
    person: personSought,
    kind: required(choice(...contactKinds), 'Kind of contact detail'),
    details: required(text({ max: 1000 }), 'The details'),
    from: optional(typedDate, 'From'),
    until: optional(typedDate, 'Until'),
  },
  errors: [unknownPerson, personMerged],
  returns: reply<{ contact: string }>('addcontactresponse', { contact: 'contact' }),
  examples: [{ Person: '3001', Kind: 'representative', Details: 'Her sister', From: '2026-05-01' }],

  async handle({ input, db, actor, now, record }) {
    const { person, kind, details, from = null, until = null } = input
    if (from !== null && until !== null && until < from)
      throw new Refusal(invalidInput, [
        { parameter: 'Until', kind: 'invalid', message: 'Until must not be earlier than from' },
      ])
    const { customerId } = await personToChange(db, person)
    const row = { customerId, kind, details, fromOn: from, untilOn: until }
    const [added] = await insertContact(db, { ...row, author: actor.name, now })
    record(undefined, { customerId, ...added })
    return { contact: String(added?.contactId) }
  },
})
