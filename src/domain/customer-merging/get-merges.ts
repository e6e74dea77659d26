import { getPerson, personSought, unknownPerson } from '#domain/customers/index.ts'
import { operation } from '#kernel/operation.ts'
import { listMerges } from './queries.ts'

/** The merges in which somebody's record was kept or went into another. */
export const getMerges = operation({
  name: 'getmerges',
  summary: 'List the merges of a record',
  effect: 'read',
  isWebOnly: true,
  permission: 'customer.view',
  parameters: { person: personSought },
  errors: [unknownPerson],
  returns: 'content',
  examples: [{ Person: '3001' }],

  async handle({ input: { person }, db, actor }) {
    const { customerId, mergedInto } = await getPerson(db, person)
    return {
      merges: await listMerges(db, { customerId }),
      mergedInto: mergedInto === null ? undefined : await getPerson(db, mergedInto),
      mayMerge: actor.permissions.has('customer.update'),
    }
  },
})
