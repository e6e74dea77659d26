import { text } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { listFoundPeople } from './queries.ts'

const most = 25

/** People by name, address, postcode, phone, e-mail address or reference, newest first, each with why. */
export const findPeople = operation({
  name: 'findpeople',
  summary: 'Find people',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'customer.view',
  parameters: { text: required(text({ max: 200 }), 'What to search for') },
  errors: [],
  returns: 'content',
  examples: [{ Text: 'Okafor Elm Road' }],

  async handle({ input, db }) {
    const people = await listFoundPeople(db, { text: input.text.trim(), most: most + 1 })
    return { people: people.slice(0, most), hasMore: people.length > most }
  },
})
