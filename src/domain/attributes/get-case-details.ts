import { caseReference } from '#domain/access/index.ts'
import type { Answer } from '#kernel/answer.ts'
import { flag } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { listCaseDetails, type CaseDetails } from './case-details.ts'

interface Details {
  /** The reference asked for. */
  readonly reference: string
  readonly isArray: boolean
  readonly cases: readonly CaseDetails[]
}

const member = ({ names, values }: CaseDetails): Record<string, string> =>
  Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']))

const memberSchema = { type: 'object', additionalProperties: { type: 'string' } }

const detailsAnswer: Answer<Details> = Object.freeze<Answer<Details>>({
  toXml: ({ reference, cases }) => ({
    name: 'Cases',
    attributes: { RequestId: reference },
    content: cases.map(({ names, values }) => ({
      name: 'Case',
      content: names.map((name, at) => ({ name, content: values[at] ?? '' })),
    })),
  }),
  toJson: ({ isArray, cases }) => (isArray ? cases.map(member) : { sequence: cases.map(member) }),
  schema: {
    description: 'One object for each case, with only line breaks between; with AsArray an array.',
    oneOf: [memberSchema, { type: 'array', items: memberSchema }],
  },
  layout: 'lines',
  fileName: 'output',
})

/** Everything reportable of all cases that match, oldest first (contract 6.7). */
export const getCaseDetails = operation({
  name: 'getcasedetails',
  summary: 'Read the details of a case',
  effect: 'read',
  permission: 'case.view',
  isSensitive: true,
  parameters: {
    case: caseReference,
    asArray: optional(flag, 'Several cases as a proper JSON array'),
  },
  errors: [unknownCase],
  returns: detailsAnswer,
  examples: [{ CaseId: '1001' }, { ExternalId: 'WEB-17', AsArray: 'true' }],

  async handle({ input, db, refuse, record }) {
    const cases = await listCaseDetails(db, input.case)
    const [first, ...others] = cases.map(({ caseId }) => caseId)
    if (first === undefined) throw refuse(unknownCase)
    record(first, others.length > 0 ? { caseIds: [first, ...others] } : {})
    const reference = String(input.case.caseId ?? input.case.externalId)
    return { reference, isArray: input.asArray ?? false, cases }
  },
})
