import { radios } from '#web/components/radios.ts'
import { adminForm } from '#web/admin/admin-form.ts'
import { dateField, emptyForm, selectField } from '#web/caseworker/complaint/form-parts.ts'
import type { Choice } from '#web/caseworker/complaint/form-parts.ts'
import type { Examples } from '#web/layout/examples.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'

/** Who is going to be away, and who can stand in. */
export type AbsenceForm = {
  readonly fullName: string
  readonly memberAddress: string
  readonly kinds: readonly Choice[]
  readonly people: readonly Choice[]
}

/** The page on which it is noted that somebody is away. */
export const absenceView: FormView<AbsenceForm> = (model, form) =>
  adminForm(
    {
      caption: model.fullName,
      heading: 'Note an absence',
      back: { href: model.memberAddress, text: `Back to ${model.fullName}` },
      submit: 'Save absence',
      before: html`<p class="govuk-body">
        New work goes past somebody who is away. Whoever stands in sees their work, and clears
        answers in their place.
      </p>`,
      fields: html`${dateField({ name: 'From', label: 'First day away' }, form)}
      ${dateField({ name: 'Until', label: 'Last day away' }, form)}
      ${radios({
        name: 'Kind',
        fieldset: { legend: { text: 'Kind of absence', classes: 'govuk-fieldset__legend--s' } },
        items: model.kinds,
        value: form.typed['Kind'],
        errorMessage: messageOf(form, 'Kind'),
      })}
      ${selectField(
        {
          name: 'StandIn',
          label: 'Who stands in (optional)',
          none: 'Nobody',
          choices: model.people,
        },
        form,
      )}`,
    },
    form,
  )

const model: AbsenceForm = {
  fullName: 'Okafor, Ife',
  memberAddress: '/admin/people/edit/iokafor',
  kinds: [{ value: 'leave', text: 'Leave' }],
  people: [{ value: 'bbell', text: 'Bell, <Bryn>' }],
}
const form = emptyForm('/admin/people/edit/iokafor/absence')

/** Examples of the page, by what they show. */
export const absenceExamples: Examples<FormView<AbsenceForm>> = {
  'nothing noted yet': [model, form],
  'days that cannot be': [
    model,
    {
      ...form,
      typed: { From: '31/2/2031', Kind: 'leave' },
      flaws: [
        { parameter: 'From', kind: 'invalid', message: 'First day away must be a real date' },
        { parameter: 'Until', kind: 'missing', message: 'Enter last day away' },
      ],
    },
  ],
}
