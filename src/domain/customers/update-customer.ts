import { handInAnswers } from '#domain/equality/index.ts'
import { admitMisfits, optionsFor } from '#domain/options/index.ts'
import { organisationSettings } from '#domain/organisations/index.ts'
import { reply } from '#kernel/answer.ts'
import { reference } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { everythingSent, optional, required } from '#kernel/parameters.ts'
import { violatedConstraint } from '#platform/database.ts'
import type { Writing } from '#platform/statement.ts'
import { customerReferenceTaken } from './errors.ts'
import { partyRows, readPartyChanges } from './party.ts'
import { updateCustomerReference, upsertPeople } from './queries.ts'

/**
 * Adds or changes a person (contract 6.4): only what is passed changes, what is passed empty is cleared.
 * There is no case on which to flag a value that does not fit, so the audit names its parameter.
 */
export const updateCustomer = operation({
  name: 'updatecustomer',
  summary: 'Add or change a person',
  effect: 'write',
  permission: 'customer.update',
  parameters: {
    id: required(reference, 'Reference of the person'),
    newId: optional(reference, 'New reference of the person'),
    sent: everythingSent(partyRows('').filter(({ name }) => name !== 'Id')),
  },
  errors: [customerReferenceTaken],
  returns: reply<{ id: string }>('updatecustomerresponse', { id: 'id' }),
  examples: [{ Id: 'P-2041', Title: 'Ms', FirstName: 'Jo', Surname: 'Field', Phone: '' }],

  async handle({ input: { id, newId = id, sent }, db, actor, outside, now, refuse, record }) {
    const options = await optionsFor(db, actor)
    const party = readPartyChanges(sent, options)
    const { isStrict } = await organisationSettings(db)
    admitMisfits(party.misfits, { isStrict, options })
    const details = { ...party.details, reference: id }
    const { customerId } = await upsertPerson(db, { people: [{ person: 0, details }], now })
    if (newId !== id && !(await isRenamed(db, id, newId))) throw refuse(customerReferenceTaken)
    void handInAnswers(db, { ...outside, customerId, answers: party.equality })
    record(undefined, {
      customerId,
      changed: Object.keys(party.details).filter((key) => key !== 'reference' || newId !== id),
      unfit: party.misfits.map(({ parameter }) => parameter),
    })
    return { id: newId }
  },
})

async function upsertPerson(db: Writing, values: Parameters<typeof upsertPeople>[1]) {
  const [person] = await upsertPeople(db, values)
  if (!person) throw new Error('A person was neither added nor changed')
  return person
}

/** False where somebody else has the reference, or is being given it at this moment. */
async function isRenamed(db: Writing, reference: string, newReference: string): Promise<boolean> {
  try {
    await updateCustomerReference(db, { reference, newReference })
    return true
  } catch (error) {
    if (violatedConstraint(error) === 'customers_reference') return false
    throw error
  }
}
