import { caseReference } from '#domain/access/index.ts'
import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { getDetailsAndForm } from './case-details.ts'
import { byAnyName } from './find-by-name.ts'

interface AttributeValue {
  readonly caseId: number
  /** As it was asked for. */
  readonly attribute: string
  readonly value: string
}

/** One attribute of a case; one that is not known has an empty value (contract 6.8). */
export const getCaseAttribute = operation({
  name: 'getcaseattribute',
  summary: 'Read one attribute of a case',
  effect: 'read',
  permission: 'case.view',
  isSensitive: true,
  subject: 'case',
  parameters: {
    case: caseReference,
    attribute: required(shortText, 'Name of the attribute'),
  },
  errors: [unknownCase],
  returns: reply<AttributeValue & Readonly<Record<string, string | number>>>(
    'getcaseattributeresponse',
    { caseId: 'caseid', attribute: 'attribute', value: 'value' },
  ),
  examples: [
    { CaseId: '1001', Attribute: 'CaseId' },
    { ExternalId: 'WEB-17', Attribute: 'CaseStatus.Status' },
  ],

  async handle({ input, db, subject, record }) {
    const { details } = await getDetailsAndForm(db, subject.caseId)
    const all = details.names.map((name, at) => ({ name, value: details.values[at] ?? '' }))
    const found = byAnyName(all)(input.attribute)
    // a name that no attribute has may be anything: the audit keeps ours only
    record(subject.caseId, found ? { attribute: found.name } : {})
    const value = found?.value ?? ''
    return { caseId: subject.caseId, attribute: input.attribute, value }
  },
})
