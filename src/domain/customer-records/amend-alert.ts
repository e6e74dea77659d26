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
import { alertParameters, alertSent } from './alert.ts'
import { unknownAlert } from './errors.ts'
import { replaceAlert } from './queries.ts'

/** Says an alert anew, as when it was looked at again; what it was stays on record, with who had set it. */
export const amendAlert = operation({
  name: 'amendalert',
  summary: 'Change an alert on a person',
  effect: 'write',
  isWebOnly: true,
  permission: 'customer.update',
  parameters: {
    person: personSought,
    alertNumber: required(recordNumber, 'The alert'),
    ...alertParameters,
  },
  errors: [unknownPerson, personMerged, unknownAlert],
  returns: reply<{ alert: string }>('amendalertresponse', { alert: 'alert' }),
  examples: [
    {
      Person: '3001',
      AlertNumber: '3202',
      Alert: 'Ring before a visit',
      Reason: 'Works at night',
      ReviewOn: '2027-05-01',
    },
  ],

  async handle({ input, db, actor, now, refuse, record }) {
    const { person, alertNumber: alertId, ...sent } = alertSent(input, now)
    const { customerId } = await personToChange(db, person)
    const row = { customerId, alertId, ...sent, author: actor.name, now }
    const [added] = await replaceAlert(db, row)
    if (!added) throw refuse(unknownAlert)
    record(undefined, { customerId, replaced: alertId, ...added })
    return { alert: String(added.alertId) }
  },
})
