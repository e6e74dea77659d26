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
import { unknownAlert } from './errors.ts'
import { updateAlertEnd } from './queries.ts'

/** Ends an alert on somebody; it stays on record with who set and who ended it. */
export const endAlert = operation({
  name: 'endalert',
  summary: 'End an alert on a person',
  effect: 'write',
  isWebOnly: true,
  permission: 'customer.update',
  parameters: { person: personSought, alertNumber: required(recordNumber, 'The alert') },
  errors: [unknownPerson, personMerged, unknownAlert],
  returns: reply<{ person: string }>('endalertresponse', { person: 'person' }),
  examples: [{ Person: '3001', AlertNumber: '3201' }],

  async handle({ input: { person, alertNumber: alertId }, db, actor, now, refuse, record }) {
    const { customerId } = await personToChange(db, person)
    const ended = await updateAlertEnd(db, { customerId, alertId, author: actor.name, now })
    if (ended.length === 0) throw refuse(unknownAlert)
    record(undefined, { customerId, alertId })
    return { person: String(customerId) }
  },
})
