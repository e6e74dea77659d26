import {
  getPerson,
  listCasesOfPerson,
  personSought,
  recordNumber,
} from '#domain/customers/index.ts'
import { personMerged, sameness, unknownPerson } from '#domain/customers/index.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { Refusal } from '#kernel/refusal.ts'
import { differencesOf } from './merge-field.ts'

const mostCases = 50

/** Two records beside one another: in what they differ, why they may be of one person, and the cases of each. */
export const getMergePreview = operation({
  name: 'getmergepreview',
  summary: 'Compare two records of people',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'customer.update',
  parameters: { person: personSought, other: required(recordNumber, 'The other record') },
  errors: [unknownPerson, personMerged],
  returns: 'content',
  examples: [{ Person: '3001', Other: '3002' }],

  async handle({ input, db, actor }) {
    const [kept, other] = [await getPerson(db, input.person), await getPerson(db, input.other)]
    if (kept.mergedInto !== null || other.mergedInto !== null) throw new Refusal(personMerged)
    const casesOf = async (customerId: number) =>
      actor.permissions.has('case.view')
        ? listCasesOfPerson(db, { customerId, most: mostCases })
        : []
    return {
      kept: { ...kept, cases: await casesOf(kept.customerId) },
      other: { ...other, cases: await casesOf(other.customerId) },
      differences: differencesOf(kept, other),
      reasons: sameness(kept, other),
    }
  },
})
