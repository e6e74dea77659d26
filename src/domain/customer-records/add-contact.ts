import {
  personMerged,
  personSought,
  personToChange,
  unknownPerson,
} from '#domain/customers/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { contactParameters, contactSent } from './contact.ts'
import { insertContact } from './queries.ts'

/** Adds a further way to reach somebody, or who speaks for them, with the days on which it holds. */
export const addContact = operation({
  name: 'addcontact',
  summary: 'Add a contact detail or representative of a person',
  effect: 'write',
  isWebOnly: true,
  permission: 'customer.update',
  parameters: { person: personSought, ...contactParameters },
  errors: [unknownPerson, personMerged],
  returns: reply<{ contact: string }>('addcontactresponse', { contact: 'contact' }),
  examples: [{ Person: '3001', Kind: 'representative', Details: 'Her sister', From: '2026-05-01' }],

  async handle({ input: { person, ...sent }, db, actor, now, record }) {
    const contact = contactSent(sent)
    const { customerId } = await personToChange(db, person)
    const [added] = await insertContact(db, { customerId, ...contact, author: actor.name, now })
    record(undefined, { customerId, ...added })
    return { contact: String(added?.contactId) }
  },
})
