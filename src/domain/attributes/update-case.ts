import { caseReference, staysKnownTo } from '#domain/access/index.ts'
import { overrideTarget } from '#domain/clock-events/index.ts'
import { optionsFor } from '#domain/options/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { partsOf } from './attribute.ts'
import { getDetailsAndForm, type CaseDetails } from './case-details.ts'
import { unknownAttribute } from './errors.ts'
import {
  everyAttribute,
  isPublicationField,
  namedValue,
  readNewValues,
  type NewValue,
} from './new-values.ts'
import { updateCaseAttributes } from './queries.ts'

/**
 * Changes attributes of a case, by `Attribute` and `Value` or by their names (contract 6.15). A target date is set
 * by hand: what its rule gives stays beside it.
 */
export const updateCase = operation({
  name: 'updatecase',
  summary: 'Change attributes of a case',
  effect: 'write',
  permission: 'case.update',
  subject: 'case',
  parameters: { case: caseReference, named: namedValue, raw: everyAttribute },
  errors: [unknownCase, unknownAttribute],
  returns: reply<{ caseId: number }>('updatecaseattributeresponse', { caseId: 'caseid' }),
  examples: [
    { CaseId: '1001', Attribute: 'CaseDetails.CaseLabel', Value: 'Noise at night' },
    { ExternalId: 'WEB-17', Confidential: 'Yes' },
  ],

  async handle({ input, db, actor, now, subject, refuse, record }) {
    const { details, form } = await getDetailsAndForm(db, subject.caseId)
    const lists = { form, options: await optionsFor(db, actor) }
    const values = readNewValues(input, lists)
    if (!values) throw refuse(unknownAttribute)
    const changed = values.filter((each) => isChange(details, each))
    const { caseId } = subject
    record(caseId, { attributes: changed.map(({ attribute }) => attribute.name) })
    if (changed.length === 0) return { caseId }
    const settings = settingsOf(changed)
    const { target_on: on } = settings.columns
    if (on !== undefined) {
      const reason = `Set by ${actor.name} through updatecase`
      await overrideTarget(db, caseId, { on, reason, author: actor.name, now })
    }
    void updateCaseAttributes(db, {
      caseId,
      ...settings,
      particulars: tell(details, changed),
      author: actor.name,
      now,
    })
    if (settings.columns['is_confidential'] === 'Yes') staysKnownTo(db, caseId, { actor, now })
    return { caseId }
  },
})

/** The value before; undefined where it cannot be told. */
const oldValue = ({ names, values }: CaseDetails, { attribute }: NewValue): string | undefined =>
  values[names.indexOf(attribute.name)]

/** Does the attribute say whether the case is in the disclosure log? */
const saysPublished = ({ attribute }: NewValue): boolean =>
  attribute.kind === 'flag' &&
  isPublicationField('fieldId' in attribute ? attribute.fieldId : partsOf(attribute.name).field)

/** A form that arrived with the answer Yes has not published its case: the same answer here does (7.2). */
const isChange = (details: CaseDetails, each: NewValue): boolean =>
  oldValue(details, each) !== each.value ||
  (saysPublished(each) && details.isPublished !== (each.value === 'Yes'))

/** Where the new values are kept: columns of the case, and answers of its form. */
function settingsOf(changed: readonly NewValue[]) {
  const columns: Record<string, string> = {}
  const attributes: Record<string, string> = {}
  for (const each of changed) {
    const { attribute, value } = each
    if (attribute.column) columns[attribute.column] = value
    if (!('fieldId' in attribute)) continue
    attributes[attribute.fieldId] = value
    if (saysPublished(each)) columns['is_published'] = value
  }
  return { columns, attributes }
}

/** What the history keeps: every name, and the values of what tells nothing about a person. */
function tell(details: CaseDetails, changed: readonly NewValue[]) {
  const open = changed.filter(({ attribute }) => !attribute.isPersonal)
  return {
    attributes: changed.map(({ attribute }) => attribute.name),
    changes: Object.fromEntries(
      open.map((each) => [
        each.attribute.name,
        { from: oldValue(details, each) ?? null, to: each.value },
      ]),
    ),
  }
}
