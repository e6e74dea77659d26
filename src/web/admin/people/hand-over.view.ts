import { insetText } from '#web/components/inset-text.ts'
import { radios } from '#web/components/radios.ts'
import { adminForm } from '#web/admin/admin-form.ts'
import { emptyForm, selectField } from '#web/forms/fields.ts'
import type { Choice } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** Whose work is handed over, and whether they are disabled with it. */
export type HandOver = {
  readonly fullName: string
  readonly memberAddress: string
  /** How much there is, as a sentence. */
  readonly load: string
  readonly isDisabling: boolean
  readonly people: readonly Choice[]
  readonly teams: readonly Choice[]
}

/** The page on which the open work of somebody is handed over, and on which somebody is disabled. */
export const handOverView: FormView<HandOver> = (model, form) =>
  adminForm(
    {
      caption: model.fullName,
      heading: model.isDisabling ? 'Disable this person' : 'Hand over all open work',
      back: { href: model.memberAddress, text: `Back to ${model.fullName}` },
      submit: model.isDisabling ? 'Disable' : 'Hand over',
      isWarning: model.isDisabling,
      before: html`${
        model.isDisabling &&
        html`<p class="govuk-body">
          They are signed out at once and cannot sign in any more. Histories keep their name. You
          can enable them again.
        </p>`
      }
      ${insetText({ id: 'UserName', text: model.load, attributes: { tabindex: '-1' } })}`,
      fields: takerFields(model, form),
    },
    form,
  )

const takerFields = ({ isDisabling, people, teams }: HandOver, form: Form): Html =>
  html`${radios({
    name: 'To',
    fieldset: {
      legend: { text: 'Who takes the open work', classes: 'govuk-fieldset__legend--m' },
    },
    value: form.typed['To'],
    errorMessage: messageOf(form, 'To'),
    items: [
      { value: 'person', text: 'A person' },
      { value: 'team', text: 'The queue of a team' },
      isDisabling && {
        value: 'nobody',
        text: 'Nobody: it stays with them',
        hint: { text: 'You can hand it over later.' },
      },
    ],
  })}
  ${selectField(
    {
      name: 'Target',
      label: 'Which person',
      hint: 'Only where a person takes it. Cases that the person may not know of stay.',
      none: 'Select a person',
      choices: people,
    },
    form,
  )}
  ${selectField(
    {
      name: 'TeamCode',
      label: 'Which team',
      hint: 'Only where a team takes it',
      none: 'Select a team',
      choices: teams,
    },
    form,
  )}`

const model: HandOver = {
  fullName: 'Okafor, Ife',
  memberAddress: '/admin/people/edit/iokafor',
  load: '12 open cases and 3 open tasks.',
  isDisabling: true,
  people: [{ value: 'bbell', text: 'Bell, <Bryn>' }],
  teams: [{ value: 'HOUSING', text: 'Housing' }],
}
const form = emptyForm('/admin/people/edit/iokafor/disable')

/** Examples of the page, by what they show. */
export const handOverExamples: Examples<FormView<HandOver>> = {
  'somebody to disable': [model, form],
  'work to hand over': [{ ...model, isDisabling: false }, form],
  'nobody selected': [
    model,
    {
      ...form,
      typed: { To: 'person' },
      flaws: [{ parameter: 'Target', kind: 'missing', message: 'Select a person' }],
    },
  ],
}
