import {
  personMerged,
  personSought,
  personToChange,
  unknownPerson,
} from '#domain/customers/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { alertParameters, alertSent } from './alert.ts'
import { insertAlert } from './queries.ts'

/** Sets an alert on somebody: what whoever deals with them must know, why, and when it is looked at again. */
export const setAlert = operation({
  name: 'setalert',
  summary: 'Set an alert on a person',
  effect: 'write',
  isWebOnly: true,
  permission: 'customer.update',
  parameters: { person: personSought, ...alertParameters },
  errors: [unknownPerson, personMerged],
  returns: reply<{ alert: string }>('setalertresponse', { alert: 'alert' }),
  examples: [
    {
      Person: '3001',
      Alert: 'Visit in pairs',
      Reason: 'A dog at the door',
      ReviewOn: '2027-03-01',
    },
  ],

  async handle({ input, db, actor, now, record }) {
    const { person, ...sent } = alertSent(input, now)
    const { customerId } = await personToChange(db, person)
    const [added] = await insertAlert(db, { customerId, ...sent, author: actor.name, now })
    record(undefined, { customerId, ...added })
    return { alert: String(added?.alertId) }
  },
})
