import type { CaseType } from '#domain/case-types/index.ts'
import { areaField, emptyForm, lineField, selectField } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { boxesField, draftForm } from './draft-form.ts'
import { exampleDraft } from './shown-draft.ts'
import type { ShownDraft } from './shown-draft.ts'

/** The page on which the case type as a whole is described. */
export const detailsFormView: FormView<ShownDraft> = (draft, form) =>
  draftForm(
    {
      draft,
      heading: 'Change what is said of the case type',
      submit: 'Save',
      known: detailsOf(draft.caseType),
      fields: html`${nameFields(draft.caseType, form)} ${workFields(draft, form)}
      ${titleFields(draft.caseType, form)} ${qualityFields(draft.caseType, form)}`,
    },
    form,
  )

const lines = (texts: readonly string[]): string => texts.join('\n')

const nameFields = ({ label, synonyms, formIds }: CaseType, form: Form): Html =>
  html`${lineField({ name: 'Label', label: 'Name that people read', value: label }, form)}
  ${areaField(
    {
      name: 'Synonyms',
      label: 'Other names that callers may send (optional)',
      hint: 'One on a line',
      value: lines(synonyms),
    },
    form,
  )}
  ${areaField(
    {
      name: 'FormIds',
      label: 'Form ids that callers may send (optional)',
      hint: 'One on a line',
      value: lines(formIds),
    },
    form,
  )}`

const workFields = ({ caseType, teams }: ShownDraft, form: Form): Html =>
  html`${selectField(
    {
      name: 'Team',
      label: 'Team that gets its cases (optional)',
      none: 'No team',
      value: caseType.team,
      choices: teams.map(({ code, name }) => ({ value: code, text: name })),
    },
    form,
  )}
  ${areaField(
    {
      name: 'Ratings',
      label: 'Ratings (optional)',
      hint: 'One on a line, the lowest first',
      value: lines(caseType.ratings),
    },
    form,
  )}
  ${lineField(
    { name: 'Rating', label: 'Rating of a new case (optional)', value: caseType.rating },
    form,
  )}`

const titleFields = ({ title, fields }: CaseType, form: Form): Html =>
  html`${lineField(
    {
      name: 'TitlePrefix',
      label: 'What the title of a case begins with (optional)',
      hint: 'Such as “FOI -”; the answer to the field below follows it. A title that a program sends goes before.',
      value: title?.prefix.trim() || undefined,
    },
    form,
  )}
  ${selectField(
    {
      name: 'TitleField',
      label: 'Field of which the title is made (optional)',
      none: 'None: cases are called as the case type',
      value: title?.field,
      choices: fields.map(({ id, label }) => ({ value: id, text: label })),
    },
    form,
  )}`

const qualityFields = ({ isConfidential, isExternalIdUnique }: CaseType, form: Form): Html =>
  boxesField(
    'What is so about its cases',
    [
      { name: 'IsConfidential', label: 'They are confidential', isTicked: isConfidential },
      {
        name: 'IsExternalIdUnique',
        label: 'A call that repeats a reference (ExternalId) opens no second case',
        isTicked: isExternalIdUnique,
      },
    ],
    form,
  )

const titleInWords = ({ title, fields }: CaseType): string => {
  if (!title) return ''
  const label = fields.find(({ id }) => id === title.field)?.label ?? title.field
  return `${title.prefix}[${label}]`
}

/** What is said of a case type as a whole. */
export const detailsOf = (caseType: CaseType) => [
  { what: 'Name that people read', text: caseType.label },
  { what: 'Name in the API', text: caseType.name },
  { what: 'Other names', text: caseType.synonyms.join('\n') },
  { what: 'Form ids', text: caseType.formIds.join('\n') },
  { what: 'Team', text: caseType.team ?? '' },
  { what: 'Ratings', text: caseType.ratings.join('\n') },
  { what: 'Rating of a new case', text: caseType.rating ?? '' },
  { what: 'Title of a case', text: titleInWords(caseType) },
  { what: 'Confidential', text: caseType.isConfidential ? 'Yes' : 'No' },
  {
    what: 'A repeated reference opens no second case',
    text: caseType.isExternalIdUnique ? 'Yes' : 'No',
  },
]

const form = emptyForm('/admin/case-types/drafts/14/details')

/** Examples of the page, by what they show. */
export const detailsFormExamples: Examples<FormView<ShownDraft>> = {
  'what is said of a case type': [exampleDraft, form],
  'a case type without a name': [
    exampleDraft,
    {
      ...form,
      typed: { Label: '', Team: 'HOUSING', IsConfidential: 'true' },
      flaws: [{ parameter: 'Label', kind: 'missing', message: 'Enter name that people read' }],
    },
  ],
}
