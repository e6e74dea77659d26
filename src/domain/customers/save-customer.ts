import { configuredOptions, type Options } from '#domain/options/index.ts'
import { othersChange, seenMark } from '#domain/seen/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { everythingSent, optional } from '#kernel/parameters.ts'
import { invalidInput, Refusal, type Flaw } from '#kernel/refusal.ts'
import type { Writing } from '#platform/statement.ts'
import type { CustomerDetails } from './customer.ts'
import { personMerged, unknownPerson } from './errors.ts'
import { partyRows, readPartyChanges, type Party } from './party.ts'
import { partyFields } from './party-field.ts'
import { personToChange, recordNumber } from './person.ts'
import { insertPerson, updatePerson } from './record-queries.ts'

/** Without references and handles, which other systems keep, and without equality answers, which are on no page. */
const details = new Set(
  partyFields.flatMap(({ name, aliases, place }) =>
    'detail' in place && name !== 'Id' ? [name, ...aliases] : [],
  ),
)

/**
 * Changes what is kept of somebody, or adds them where nobody is named: only what is sent changes, what is sent
 * empty is cleared. Refused where somebody else has changed the record since it was seen.
 */
export const saveCustomer = operation({
  name: 'savecustomer',
  summary: 'Change or add a person',
  effect: 'write',
  isWebOnly: true,
  permission: 'customer.update',
  parameters: {
    person: optional(recordNumber, 'The person'),
    ...seenMark,
    sent: everythingSent(partyRows('').filter(({ name }) => details.has(name))),
  },
  errors: [unknownPerson, personMerged],
  returns: reply<{ person: string }>('savecustomerresponse', { person: 'person' }),
  examples: [{ Person: '3001', Surname: 'Okafor', Phone: '' }, { Surname: 'Okafor' }],

  async handle({ input: { person, seen, sent }, db, now, record }) {
    const party = readPartyChanges(sent, everyParameter(await configuredOptions(db)))
    const { reference: _, further: __, ...changes } = party.details
    const known = person === undefined ? undefined : await personToChange(db, person)
    const flaws = [...party.misfits.map(flawOf), ...flawsBeside(changes, known, seen)]
    if (flaws.length > 0) throw new Refusal(invalidInput, flaws)
    const customerId = known?.customerId ?? (await added(db, now))
    void updatePerson(db, { customerId, details: changes })
    record(undefined, { customerId, changed: Object.keys(changes) })
    return { person: String(customerId) }
  },
})

async function added(db: Writing, now: Date): Promise<number> {
  const [person] = await insertPerson(db, { now })
  if (!person) throw new Error('A person was not added')
  return person.customerId
}

type Known = { readonly updatedAt: Date } | undefined

function flawsBeside(changes: CustomerDetails, known: Known, seen?: string): readonly Flaw[] {
  if (known)
    return seen === undefined || seen === known.updatedAt.toISOString() ? [] : [othersChange]
  return Object.values(changes).some(Boolean) ? [] : [nothing]
}

/** Staff fill in any detail, whichever are switched on for programs. */
const everyParameter = (options: Options): Options => ({
  ...options,
  has: (list, value) => list === 'parameter' || options.has(list, value),
})

const flawOf = ({ parameter }: Party['misfits'][number]): Flaw => {
  const field = partyFields.find(({ name, aliases }) => [name, ...aliases].includes(parameter))
  const message = `${field?.label ?? parameter} cannot be used as it was entered: check it`
  return { parameter, kind: 'invalid', message }
}

const nothing: Flaw = { parameter: 'Surname', kind: 'missing', message: 'Enter at least a name' }
