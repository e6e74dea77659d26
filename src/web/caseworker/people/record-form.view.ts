import { button } from '#web/components/button.ts'
import {
  areaField,
  dateField,
  dayFirst,
  lineField,
  moneyField,
  selectField,
} from '#web/forms/fields.ts'
import type { Choice } from '#web/forms/fields.ts'
import { bothVersions, versionFields, withVersions } from '#web/layout/both-versions.ts'
import type { StoredField } from '#web/layout/both-versions.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField, flawSummary, formTitle } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** A question about somebody, or about an account. */
export type Question = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value?: string | undefined
} & (
  | { readonly as: 'line' | 'area' | 'date' | 'money' }
  | { readonly as: 'select'; readonly choices: readonly Choice[]; readonly none: string }
)

/** A form about somebody or an account; `seen` says which state of it the form was made from. */
export type RecordForm = {
  readonly caption: string
  readonly heading: string
  readonly submit: string
  readonly back: { readonly href: string; readonly text: string }
  readonly seen?: string
  readonly questions: readonly Question[]
}

/** The page with any form about somebody or an account. */
export const recordFormView: FormView<RecordForm> = (model, given) => {
  const { seen, questions } = model
  const form = withVersions(
    given,
    seen === undefined ? undefined : { seen, fields: questions.map(storedIn) },
  )
  return {
    title: formTitle(`${model.heading}: ${model.caption}`, form),
    back: model.back,
    content: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${flawSummary(form)}
        <span class="govuk-caption-l">${model.caption}</span>
        <h1 class="govuk-heading-l">${model.heading}</h1>
        ${bothVersions(form)}
        <form action="${form.action}" method="post" novalidate>
          ${csrfField(form.csrfToken)} ${versionFields(form)}
          ${model.questions.map((question) => fieldOf(question, form))}
          ${button({ text: model.submit, preventDoubleClick: true })}
        </form>
      </div>
    </div>`,
  }
}

/** What is stored of what a question asks, as its field shows it. */
const storedIn = (question: Question): StoredField => {
  const { name, label, value } = question
  const shown = question.as === 'date' && value ? dayFirst(value) : value
  return { name, label, value: shown, ...(question.as === 'select' ? question : {}) }
}

const fieldOf = (question: Question, form: Form): Html => {
  switch (question.as) {
    case 'area':
      return areaField(question, form)
    case 'date':
      return dateField(question, form)
    case 'money':
      return moneyField(question, form)
    case 'select':
      return selectField(question, form)
    default:
      return lineField(question, form)
  }
}

const model: RecordForm = {
  caption: 'Ms Ife Okafor',
  heading: 'Change the record',
  submit: 'Save record',
  back: { href: '/people/1', text: 'Back to Ms Ife Okafor' },
  seen: '2026-08-01T09:00:00.000Z',
  questions: [
    { as: 'line', name: 'Surname', label: 'Family name', value: 'Okafor' },
    { as: 'area', name: 'Address', label: 'Street part of the address', hint: 'A line for each' },
    { as: 'money', name: 'Balance', label: 'Balance', value: '-12.50' },
    { as: 'date', name: 'DateOfBirth', label: 'Date of birth', value: '1980-03-14' },
    {
      as: 'select',
      name: 'ContactMethod',
      label: 'Preferred means of contact',
      none: 'None',
      choices: [{ value: 'Post', text: 'Post' }],
    },
  ],
}
const form: Form = { action: '/people/1/edit', csrfToken: 'example', typed: {}, flaws: [] }

/** Examples of the page, by what they show. */
export const recordFormExamples: Examples<FormView<RecordForm>> = {
  'every kind of question': [model, form],
  'a record that somebody else has changed': [
    model,
    {
      ...form,
      typed: {
        Surname: 'x',
        Seen: '2027-05-04T09:00:00.000Z',
        'Seen.Surname': 'another',
        'Seen.Balance': 'another',
      },
      flaws: [
        { parameter: 'Seen', kind: 'invalid', message: 'Somebody else has changed this record' },
        { parameter: 'Surname', kind: 'missing', message: 'Enter at least a name' },
      ],
    },
  ],
}
