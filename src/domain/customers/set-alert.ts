import { typedDate } from '#domain/calendar/index.ts'
import { reply } from '#kernel/answer.ts'
import { text } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { invalidInput, Refusal } from '#kernel/refusal.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { personMerged, unknownPerson } from './errors.ts'
import { personSought, personToChange } from './person.ts'
import { insertAlert } from './record-queries.ts'

/** Sets an alert on somebody: what whoever deals with them must know, why, and when it is looked at again. */
export const setAlert = operation({
  name: 'setalert',
  summary: 'Set an alert on a person',
  effect: 'write',
  isWebOnly: true,
  permission: 'customer.update',
  parameters: {
    person: personSought,
    alert: required(text({ max: 200 }), 'The alert'),
    reason: required(text({ max: 4000 }), 'The reason'),
    reviewOn: required(typedDate, 'The day on which it is looked at again'),
  },
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

  async handle({ input: { person, alert, reason, reviewOn }, db, actor, now, record }) {
    if (reviewOn < writeLocalDate(now)) throw new Refusal(invalidInput, [past])
    const { customerId } = await personToChange(db, person)
    const row = { customerId, alert, reason, reviewOn, author: actor.name, now }
    const [added] = await insertAlert(db, row)
    record(undefined, { customerId, ...added })
    return { alert: String(added?.alertId) }
  },
})

const past = {
  parameter: 'ReviewOn',
  kind: 'invalid',
  message: 'The day on which it is looked at again must be today or later',
} as const
