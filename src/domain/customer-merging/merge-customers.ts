import {
  personMerged,
  personSought,
  recordNumber,
  unknownPerson,
  updatePerson,
} from '#domain/customers/index.ts'
import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { everythingSent, optional, required, sentText } from '#kernel/parameters.ts'
import { invalidInput, Refusal, type Flaw } from '#kernel/refusal.ts'
import type { Writing } from '#platform/statement.ts'
import { fieldsChanged, groupNames, type ChangedFields, type MergeGroup } from './merge-field.ts'
import { insertMerge, lockPair, updateFurther, updateStanding } from './queries.ts'
import { swapReferences } from './references.ts'
import { seenOf } from './seen.ts'

const choices = groupNames.map((group) => ({
  name: `Take.${group}`,
  label: `Which record ${group} is taken from: kept or other`,
  kind: 'text',
  schema: { type: 'string', enum: ['kept', 'other'] } as const,
  isRequired: false,
}))

/**
 * Makes one record of two: what was chosen of the other is taken over, its cases, contact details and alerts
 * follow, and it is found no longer. All that was changed is kept, so that they can be taken apart again.
 */
export const mergeCustomers = operation({
  name: 'mergecustomers',
  summary: 'Merge two records of one person',
  effect: 'write',
  isWebOnly: true,
  permission: 'customer.update',
  parameters: {
    person: personSought,
    other: required(recordNumber, 'The other record'),
    seen: optional(shortText, 'When the two records were last changed, as they were seen'),
    sent: everythingSent(choices),
  },
  errors: [unknownPerson, personMerged],
  returns: reply<{ person: string; merge: string }>('mergecustomersresponse', {
    person: 'person',
    merge: 'merge',
  }),
  examples: [{ Person: '3001', Other: '3002', 'Take.Phone': 'other' }],

  async handle({ input, db, actor, now, record }) {
    if (input.person === input.other) throw new Refusal(invalidInput, [sameRecord])
    const pair = await pairToMerge(db, input)
    const [{ customerId: kept }, { customerId: merged }] = pair
    if (input.seen !== undefined && input.seen !== seenOf(pair))
      throw new Refusal(invalidInput, [changed])
    const fields = fieldsChanged(pair, (group) => chosenIn(input, group))
    const doing = { author: actor.name, now }
    const [merge] = await insertMerge(db, { kept, merged, fields, ...doing })
    writeFields(db, pair, fields)
    void updateStanding(db, { customerId: merged, mergedInto: kept })
    record(undefined, { customerId: kept, merged, ...merge, changed: Object.keys(fields) })
    return { person: String(kept), merge: String(merge?.mergeId) }
  },
})

type Locked = Awaited<ReturnType<typeof lockPair>>[number]
type Pair = readonly [kept: Locked, other: Locked]

async function pairToMerge(
  db: Writing,
  { person, other }: { readonly person: number; readonly other: number },
): Promise<Pair> {
  const locked = await lockPair(db, { one: person, other })
  const [kept, merged] = [person, other].map((id) =>
    locked.find(({ customerId }) => customerId === id),
  )
  if (!kept || !merged) throw new Refusal(unknownPerson)
  if (kept.mergedInto !== null || merged.mergedInto !== null) throw new Refusal(personMerged)
  return [kept, merged]
}

type Sent = { readonly sent: Parameters<typeof sentText>[0] }

const chosenIn = ({ sent }: Sent, group: MergeGroup) => {
  const text = sentText(sent, `Take.${group}`)
  return text === 'kept' || text === 'other' ? text : undefined
}

function writeFields(db: Writing, pair: Pair, fields: ChangedFields): void {
  const { reference, further, ...details } = fields
  const [{ customerId }] = pair
  if (reference) swapReferences(db, pair)
  if (further) void updateFurther(db, { customerId, further: further.to as Locked['further'] })
  const taken = Object.entries(details).map(([column, { to }]) => [column, to] as const)
  void updatePerson(db, { customerId, details: Object.fromEntries(taken) })
}

const sameRecord: Flaw = {
  parameter: 'Other',
  kind: 'invalid',
  message: 'A record cannot be merged with itself',
}

const changed: Flaw = {
  parameter: 'Seen',
  kind: 'invalid',
  message:
    'Somebody else has changed one of the records since you compared them. What is stored now is shown; check what you chose and merge again',
}
