import { complaintForm } from '#web/caseworker/complaint/complaint-form.ts'
import { radios } from '#web/components/radios.ts'
import type { Stored } from '#web/forms/case-form.ts'
import {
  areaField,
  dateField,
  emptyForm,
  moneyField,
  ownerFields,
  selectField,
} from '#web/forms/fields.ts'
import type { Choice, Owners } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** A remedy as its form shows it; nothing is stored of one that is to be added. */
export type RemedyForm = {
  readonly caseNumber: string
  readonly kinds: readonly Choice[]
  readonly points: readonly Choice[]
  readonly owners: Owners
  readonly remedy?: Stored & {
    readonly what: string
    readonly description: string
    readonly point: string | undefined
    readonly person: string | undefined
    readonly team: string | undefined
    readonly dueOn: string
    readonly cost: string | undefined
  }
}

/** The page on which a remedy is added or amended. */
export const remedyFormView: FormView<RemedyForm> = (model, form) =>
  complaintForm(
    {
      caseNumber: model.caseNumber,
      heading: model.remedy ? 'Amend a remedy' : 'Add a remedy',
      submit: model.remedy ? 'Save' : 'Add remedy',
      stored: model.remedy,
      fields: html`${whatFields(model, form)} ${planFields(model, form)}`,
    },
    form,
  )

const whatFields = ({ kinds, points, remedy }: RemedyForm, form: Form): Html =>
  html`${radios({
    name: 'What',
    fieldset: { legend: { text: 'Kind of remedy', classes: 'govuk-fieldset__legend--s' } },
    items: kinds,
    value: form.typed['What'] ?? remedy?.what,
    errorMessage: messageOf(form, 'What'),
  })}
  ${areaField(
    { name: 'Description', label: 'What is to be done', value: remedy?.description },
    form,
  )}
  ${
    points.length > 0 &&
    selectField(
      {
        name: 'Point',
        label: 'Point that it puts right (optional)',
        none: 'The complaint as a whole',
        choices: points,
        value: remedy?.point,
      },
      form,
    )
  }`

const planFields = ({ owners, remedy }: RemedyForm, form: Form): Html =>
  html`${ownerFields(
    owners,
    { person: remedy?.person, team: remedy?.team, isRequired: true },
    form,
  )}
  ${dateField({ name: 'DueOn', label: 'To be done by', value: remedy?.dueOn }, form)}
  ${moneyField({ name: 'Cost', label: 'Expected cost (optional)', value: remedy?.cost }, form)}`

const model: RemedyForm = {
  caseNumber: '1001',
  kinds: [
    { value: 'apology', text: 'Apology' },
    { value: 'payment', text: 'Payment' },
  ],
  points: [{ value: '1', text: 'Point 1: the roof leaks & nobody came' }],
  owners: {
    people: [{ value: 'sdee', text: 'Okafor, Ife' }],
    teams: [{ value: 'HOUSING', text: 'Customer relations' }],
  },
}
const stored: RemedyForm = {
  ...model,
  remedy: {
    version: 4,
    changedBy: 'Okafor, Ife',
    changedAt: new Date('2026-07-06T13:05:00Z'),
    known: [{ what: 'To be done by', text: '21 July 2026' }],
    what: 'payment',
    description: 'For the <carpet>',
    point: '1',
    person: 'sdee',
    team: undefined,
    dueOn: '2026-07-21',
    cost: '1180.25',
  },
}

const form = emptyForm('/cases/1001/complaint/remedies/new')

/** Examples of the page, by what they show. */
export const remedyFormExamples: Examples<FormView<RemedyForm>> = {
  'a new remedy': [model, form],
  'a remedy on a case without points': [{ ...model, points: [] }, form],
  'a remedy that is there': [stored, form],
  'a remedy with much amiss': [
    model,
    {
      ...form,
      typed: { What: 'payment', Description: '', DueOn: '31/2/2026', Cost: 'a lot' },
      flaws: [
        { parameter: 'Description', kind: 'missing', message: 'Enter what is to be done' },
        { parameter: 'UserName', kind: 'missing', message: 'Select a person or a team' },
        { parameter: 'DueOn', kind: 'invalid', message: 'The date must be a real date' },
        { parameter: 'Cost', kind: 'invalid', message: 'The cost must be an amount of money' },
      ],
    },
  ],
  'a remedy that somebody else has changed': [
    stored,
    {
      ...form,
      typed: { Description: 'For the curtains', Version: '3' },
      flaws: [{ parameter: 'Version', kind: 'invalid', message: 'Somebody has changed this' }],
    },
  ],
}
