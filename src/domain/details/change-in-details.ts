import { isPublicationField } from '#domain/attributes/index.ts'
import {
  caseTypeVersion,
  shownFields,
  type AskedForm,
  type Field,
} from '#domain/case-types/index.ts'
import { configuredOptions, type Options } from '#domain/options/index.ts'
import { organisationSettings } from '#domain/organisations/index.ts'
import { markOf, seenParameter } from '#domain/seen/index.ts'
import { everythingSent, sentText, type RawParameters } from '#kernel/parameters.ts'
import { invalidInput, Refusal, type Flaw } from '#kernel/refusal.ts'
import type { Reading, Writing } from '#platform/statement.ts'
import { readAnswer, type Answer } from './answer.ts'
import { fieldParameter, storedIn } from './detail-field.ts'
import { changeAnswers, getAnswers } from './detail-queries.ts'
import { detailsChangedMeanwhile } from './errors.ts'

/** The fields of a form that changes details, which only the case tells. */
export const everyField = everythingSent(
  ['Field.‹Field›', 'Seen.‹Field›'].map((name, at) => ({
    name,
    label: at === 0 ? 'What the field is to hold' : 'The mark of what was seen in it',
    kind: 'text',
    schema: { type: 'string' },
    isRequired: false,
  })),
)

/** What is sent to change details of a case. */
export interface ChangeOfDetails {
  readonly caseId: number
  readonly raw: RawParameters
  /** The ids of the fields that may change; every field where it is absent. */
  readonly only?: readonly string[]
  readonly author: string
  readonly now: Date
}

/** A field that was sent, with what is stored of it and what it is to hold. */
interface Sent extends Answer {
  readonly field: Field
  readonly stored: string
  /** Does it differ from what the form showed? */
  readonly isTouched: boolean
  readonly isChangedMeanwhile: boolean
}

/**
 * Changes the fields of a case's form that were sent, and tells its history; gives the ids of those that changed.
 * The case must be locked. What was left as the form showed it stays as it is stored. Refuses what does not fit,
 * and a form that shows what somebody else has changed since: with everything that stands against it.
 */
export async function changeDetails(
  db: Writing,
  { caseId, raw, only, author, now }: ChangeOfDetails,
): Promise<readonly string[]> {
  if (![...raw.keys()].some(isField)) return []
  const answers = await getAnswers(db, { caseId })
  const caseType = await caseTypeVersion(db, answers)
  const { fields } = caseType
  const options = await configuredOptions(db)
  const possible = only ? fields.filter(({ id }) => only.includes(id)) : fields
  const every = possible.flatMap((field) => sentOf(field, { raw, options, ...answers }))
  const sent = only ? every : withoutHidden(every, caseType, answers.attributes)
  await refuseFlaws(db, sent, answers)
  const changed = sent.filter(({ isTouched, fresh, stored }) => isTouched && fresh !== stored)
  if (changed.length > 0)
    await changeAnswers(db, {
      caseId,
      ...settingsOf(changed),
      particulars: tell(changed),
      author,
      now,
    })
  return changed.map(({ field }) => field.id)
}

const isField = (name: string): boolean => name.startsWith(fieldParameter('').toLowerCase())

interface Ground {
  readonly raw: RawParameters
  readonly options: Options
  readonly attributes: Readonly<Record<string, unknown>>
}

function sentOf(field: Field, { raw, options, attributes }: Ground): readonly Sent[] {
  const parameter = fieldParameter(field.id)
  if (!raw.has(parameter.toLowerCase())) return []
  const stored = storedIn(attributes, field)
  const seen = sentText(raw, seenParameter(field.id)) ?? markOf(stored)
  const read = readAnswer(field, sentText(raw, parameter), options)
  return [
    {
      field,
      stored,
      ...read,
      isTouched: markOf(read.fresh) !== seen,
      isChangedMeanwhile: markOf(stored) !== seen && read.fresh !== stored,
    },
  ]
}

/** What is hidden by the answers as they will be is not kept, and none of it stands against the form. */
function withoutHidden(
  sent: readonly Sent[],
  form: AskedForm,
  attributes: Ground['attributes'],
): readonly Sent[] {
  const fresh = new Map(
    sent.filter((each) => each.isTouched).map((each) => [each.field.id, each.fresh]),
  )
  const stored = new Map(form.fields.map((field) => [field.id, storedIn(attributes, field)]))
  const before = shownFields(form, (id) => stored.get(id))
  const after = shownFields(form, (id) => fresh.get(id) ?? stored.get(id))
  const cleared = form.fields
    .filter(({ id }) => before.has(id) && !after.has(id) && stored.get(id) !== '')
    .map((field) => ({
      field,
      stored: stored.get(field.id) ?? '',
      fresh: '',
      fault: undefined,
      isTouched: true,
      isChangedMeanwhile: false,
    }))
  return [...sent.filter(({ field }) => after.has(field.id)), ...cleared]
}

type Last = Pick<Awaited<ReturnType<typeof getAnswers>>, 'changedBy'>

async function refuseFlaws(db: Reading, sent: readonly Sent[], { changedBy }: Last): Promise<void> {
  const { isStrict } = await organisationSettings(db)
  // what is stored already and fits no longer stays, unless the organisation is strict
  const unfit = sent.filter(
    ({ fault, fresh, isTouched }) => fault && (isTouched || isStrict || fresh === ''),
  )
  const flaws = unfit.map(({ field, fresh, fault }) =>
    flawOf(field, fresh === '' ? 'missing' : 'invalid', `“${field.label}” ${fault}`),
  )
  const changed = sent.filter(({ isChangedMeanwhile }) => isChangedMeanwhile)
  if (changed.length === 0) {
    if (flaws.length > 0) throw new Refusal(invalidInput, flaws)
    return
  }
  const conflicts = changed
    .filter(({ isTouched }) => isTouched)
    .map(({ field }) =>
      flawOf(
        field,
        'invalid',
        `“${field.label}” was changed by somebody else too: choose what stays`,
      ),
    )
  throw new Refusal(detailsChangedMeanwhile, [
    meanwhile(changed, changedBy),
    ...conflicts,
    ...flaws,
  ])
}

const flawOf = ({ id }: Field, kind: Flaw['kind'], message: string): Flaw => ({
  parameter: fieldParameter(id),
  kind,
  message,
})

const meanwhile = (changed: readonly Sent[], changedBy: string | null): Flaw => {
  const labels = changed.map(({ field }) => `“${field.label}”`).join(', ')
  const message = `${changedBy ?? 'Somebody'} has changed ${labels} since you opened this page: look at both versions, then save again`
  return { parameter: 'Seen', kind: 'invalid', message }
}

function settingsOf(changed: readonly Sent[]) {
  const publication = changed.find(
    ({ field }) => field.kind === 'flag' && isPublicationField(field.id),
  )
  return {
    answers: Object.fromEntries(
      changed.filter(({ fresh }) => fresh !== '').map(({ field, fresh }) => [field.id, fresh]),
    ),
    cleared: changed.filter(({ fresh }) => fresh === '').map(({ field }) => field.id),
    isPublished: publication ? publication.fresh === 'Yes' : null,
  }
}

/** What the history keeps: every field, before and after, but for the values of those that are sensitive. */
const tell = (changed: readonly Sent[]) => ({
  fields: changed.map(({ field }) => field.id),
  changes: Object.fromEntries(
    changed
      .filter(({ field }) => field.isSensitive !== true)
      .map(({ field, stored, fresh }) => [field.id, { from: stored, to: fresh }]),
  ),
})
