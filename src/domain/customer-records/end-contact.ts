import {
  personMerged,
  personSought,
  personToChange,
  recordNumber,
  unknownPerson,
} from '#domain/customers/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { unknownContact } from './errors.ts'
import { updateContactEnd } from './queries.ts'

/** Says that a contact detail of somebody holds until today only. */
export const endContact = operation({
  name: 'endcontact',
  summary: 'End a contact detail of a person',
  effect: 'write',
  isWebOnly: true,
  permission: 'customer.update',
  parameters: { person: personSought, contact: required(recordNumber, 'The contact detail') },
  errors: [unknownPerson, personMerged, unknownContact],
  returns: reply<{ person: string }>('endcontactresponse', { person: 'person' }),
  examples: [{ Person: '3001', Contact: '3101' }],

  async handle({ input: { person, contact: contactId }, db, now, refuse, record }) {
    const { customerId } = await personToChange(db, person)
    const end = { customerId, contactId, untilOn: writeLocalDate(now) }
    if ((await updateContactEnd(db, end)).length === 0) throw refuse(unknownContact)
    record(undefined, { customerId, contactId })
    return { person: String(customerId) }
  },
})
