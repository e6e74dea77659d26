import {
  personMerged,
  personSought,
  personToChange,
  recordNumber,
  unknownPerson,
} from '#domain/customers/index.ts'
import { markOfAll, refuseOthersChange, seenMark } from '#domain/seen/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { contactParameters, contactSent } from './contact.ts'
import { unknownContact } from './errors.ts'
import { findContact, updateContact } from './queries.ts'

/** Says anew a further way to reach somebody, or who speaks for them. */
export const amendContact = operation({
  name: 'amendcontact',
  summary: 'Change a contact detail or representative of a person',
  effect: 'write',
  isWebOnly: true,
  permission: 'customer.update',
  parameters: {
    person: personSought,
    contact: required(recordNumber, 'The contact detail'),
    ...seenMark,
    ...contactParameters,
  },
  errors: [unknownPerson, personMerged, unknownContact],
  returns: reply<{ contact: string }>('amendcontactresponse', { contact: 'contact' }),
  examples: [{ Person: '3001', Contact: '3102', Kind: 'phone number', Details: '0113 222 0001' }],

  async handle({ input, db, actor, now, refuse, record }) {
    const { person, contact: contactId, seen, ...sent } = input
    const contact = contactSent(sent)
    const { customerId } = await personToChange(db, person)
    const held = await findContact(db, { customerId, contactId })
    if (!held) throw refuse(unknownContact)
    refuseOthersChange(seen, markOfAll(held))
    void updateContact(db, { customerId, contactId, ...contact, author: actor.name, now })
    record(undefined, { customerId, contactId })
    return { contact: String(contactId) }
  },
})
