import type { Answer, JsonTree } from '#kernel/answer.ts'
import { caseNumber } from '#kernel/kinds.ts'
import { operation, type CaseReference } from '#kernel/operation.ts'
import { optional, parameterRows, readParameters, type Composite } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { formalName } from './customer.ts'
import { mainRole } from './party-role.ts'
import { listCaseContacts } from './queries.ts'

interface CaseContact {
  readonly fullName: string
  readonly email: string
  /** The person's reference; empty where there is none. */
  readonly userId: string
  readonly role: string
}

/** The main party's role, as this service calls it. */
const mainContact = 'Contact'

const number = { caseId: optional(caseNumber, 'Case number') }
/** A case that is not named counts as unknown (contract 5.3, code 2002). */
const numberOnly: Composite<CaseReference> = Object.freeze<Composite<CaseReference>>({
  rows: parameterRows(number),
  read(raw) {
    const { input, flaws } = readParameters(number, raw)
    return { value: input, flaws }
  },
})

const wireNames = ['fullName', 'email', 'userId', 'role'] as const

/** One party is an object, several are an array (contract 6.10). */
function members(contacts: readonly CaseContact[]): Readonly<Record<string, JsonTree>> {
  const objects = contacts.map((contact) =>
    Object.fromEntries(wireNames.map((name) => [name, contact[name]])),
  )
  const [first, ...others] = objects
  if (!first) return {}
  return { CaseContact: others.length === 0 ? first : objects }
}

const contactSchema = {
  type: 'object',
  properties: Object.fromEntries(wireNames.map((key) => [key, { type: 'string' }])),
  required: wireNames,
}

const contactsAnswer: Answer<readonly CaseContact[]> = Object.freeze({
  isStandalone: true,
  toXml: (contacts: readonly CaseContact[]) => ({
    name: 'CaseContacts',
    content: contacts.map((contact) => ({
      name: 'CaseContact',
      content: wireNames.map((name) => ({ name, content: contact[name] })),
    })),
  }),
  toJson: (contacts: readonly CaseContact[]) => ({ CaseContacts: members(contacts) }),
  schema: {
    type: 'object',
    properties: {
      CaseContacts: {
        type: 'object',
        properties: {
          CaseContact: { oneOf: [contactSchema, { type: 'array', items: contactSchema }] },
        },
      },
    },
    required: ['CaseContacts'],
  },
})

/** The parties of a case, with the person's form of address in the name (contract 6.10). */
export const getCaseContactDetails = operation({
  name: 'getcasecontactdetails',
  summary: 'Show the parties of a case',
  effect: 'read',
  permission: 'case.view',
  subject: 'case',
  isSensitive: true,
  parameters: { case: numberOnly },
  errors: [unknownCase],
  returns: contactsAnswer,
  examples: [{ CaseId: '1001' }],

  async handle({ db, subject }) {
    const parties = await listCaseContacts(db, { caseId: subject.caseId })
    return parties.map(({ role, reference, email, ...name }) => ({
      fullName: formalName(name),
      email: email ?? '',
      userId: reference ?? '',
      role: role === mainRole ? mainContact : role,
    }))
  },
})
