import type { AskedForm, Field } from '#domain/case-types/index.ts'
import { fieldKinds } from '#domain/case-types/index.ts'
import { equalityQuestions } from '#domain/equality/index.ts'
import { lists } from '#domain/options/index.ts'
import { areaField, emptyForm, lineField, selectField } from '#web/forms/fields.ts'
import type { Choice } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { boxesField, draftForm } from './draft-form.ts'
import { kindInWords, qualitiesOf } from './field-in-words.ts'
import { partInput } from '#web/admin/workflow/part-input.ts'
import { exampleDraft } from './shown-draft.ts'
import type { ShownDraft } from './shown-draft.ts'
import { whenFields } from '#web/admin/workflow/when-fields.ts'

/** A draft, the form of it that is meant, and the field of that which is changed; none where one is added. */
export type FieldForm = {
  readonly draft: ShownDraft
  readonly asked: AskedForm
  readonly field: Field | undefined
}

/** The page on which a field of a draft is added or changed. */
export const fieldFormView: FormView<FieldForm> = ({ draft, asked, field }, form) =>
  draftForm(
    {
      draft,
      heading: field ? `Field ${field.id}` : 'Add a field',
      submit: 'Save field',
      known: field ? knownOf(field) : [],
      fields: html`${!field && idField(form)} ${textFields(field, form)}
      ${choiceFields(field, form)} ${qualityFields(field, form)} ${placeFields(asked, field, form)}`,
    },
    form,
  )

const knownOf = (field: Field) => [
  { what: 'Question', text: field.label },
  { what: 'Hint', text: field.hint ?? '' },
  { what: 'Kind of answer', text: kindInWords(field) },
  { what: 'Choices', text: (field.values ?? []).join('\n') },
  { what: 'It is', text: qualitiesOf(field).join(', ') },
  { what: 'Section', text: field.section ?? '' },
  { what: 'Shown by the answer to', text: field.when?.field ?? '' },
]

const idField = (form: Form): Html =>
  lineField(
    {
      name: 'Id',
      label: 'Name in the API',
      hint: 'Letters and digits, such as StreetName. Programs send the answer under it, so it never changes.',
    },
    form,
  )

const textFields = (field: Field | undefined, form: Form): Html =>
  html`${lineField({ name: 'Label', label: 'Question', value: field?.label }, form)}
  ${lineField({ name: 'Hint', label: 'Hint (optional)', value: field?.hint }, form)}
  ${selectField(
    {
      name: 'Kind',
      label: 'Kind of answer',
      none: 'Select a kind',
      value: field?.kind,
      choices: fieldKinds.map((kind) => ({ value: kind, text: kindInWords({ kind }) })),
    },
    form,
  )}`

const choiceFields = (field: Field | undefined, form: Form): Html =>
  html`${areaField(
    {
      name: 'Values',
      label: 'Choices',
      hint: 'Only for a choice from a list: one on a line',
      value: field?.values?.join('\n'),
    },
    form,
  )}
  ${selectField(
    {
      name: 'List',
      label: 'Or a list of the organisation',
      none: 'Choices of its own',
      value: field?.list,
      choices: offeredLists(field?.list),
    },
    form,
  )}`

// equality answers stand on no page of casework, so no field of a case asks for them
const isEquality: ReadonlySet<string> = new Set(Object.values(equalityQuestions))

const offeredLists = (held: string | undefined): readonly Choice[] =>
  Object.entries(lists)
    .filter(([value]) => value === held || !isEquality.has(value))
    .map(([value, text]) => ({ value, text }))

const qualityFields = (field: Field | undefined, form: Form): Html =>
  boxesField(
    'What is so about the answer',
    [
      { name: 'IsRequired', label: 'It must be given', isTicked: field?.isRequired ?? false },
      {
        name: 'IsPublished',
        label: 'It is shown to the customer, and may be disclosed',
        isTicked: field?.isPublished ?? false,
      },
      {
        name: 'IsSensitive',
        label: 'It is sensitive: the history of a case does not repeat it',
        isTicked: field?.isSensitive ?? false,
      },
    ],
    form,
  )

const placeFields = (asked: AskedForm, field: Field | undefined, form: Form): Html => {
  const { sections = [] } = asked
  return html`${
    sections.length > 0 &&
    selectField(
      {
        name: 'Section',
        label: 'Section',
        none: 'Before all sections',
        value: field?.section,
        choices: sections.map(({ id, title }) => ({ value: id, text: title })),
      },
      form,
    )
  }
  ${whenFields(asked, field).map((each) => partInput(each, form))}`
}

const field = exampleDraft.caseType.fields[1]
const form = emptyForm('/admin/case-types/drafts/14/fields/What')

/** Examples of the page, by what they show. */
export const fieldFormExamples: Examples<FormView<FieldForm>> = {
  'a field to change': [{ draft: exampleDraft, asked: exampleDraft.caseType, field }, form],
  'a field to add, which lacks its question': [
    { draft: exampleDraft, asked: exampleDraft.caseType, field: undefined },
    {
      ...form,
      typed: { Id: 'Colour', Kind: 'list', IsRequired: 'true' },
      flaws: [
        { parameter: 'Label', kind: 'missing', message: 'Enter question' },
        { parameter: 'Values', kind: 'invalid', message: 'Enter the choices, one on a line' },
      ],
    },
  ],
  'a field of a draft that somebody else has changed meanwhile': [
    { draft: exampleDraft, asked: exampleDraft.caseType, field },
    {
      ...form,
      typed: { Label: 'What was <tipped>', Kind: 'list', Values: 'Tyres', Version: '2' },
      flaws: [
        {
          parameter: 'Version',
          kind: 'invalid',
          message: 'Somebody has changed this since you opened it',
        },
      ],
    },
  ],
}
