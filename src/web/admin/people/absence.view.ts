import { radios } from '#web/components/radios.ts'
import { summaryList } from '#web/components/summary-list.ts'
import { adminForm, rowButton, type RowButton } from '#web/admin/admin-form.ts'
import { dateField, emptyForm, selectField } from '#web/forms/fields.ts'
import type { Choice } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** Who is going to be away, and who can stand in. */
export type AbsenceForm = {
  readonly fullName: string
  readonly memberAddress: string
  readonly kinds: readonly Choice[]
  readonly people: readonly Choice[]
  /** The absences that are noted and not over. */
  readonly noted: readonly {
    readonly days: string
    readonly more: string
    readonly end: RowButton
  }[]
}

/** The page on which it is noted that somebody is away. */
export const absenceView: FormView<AbsenceForm> = (model, form) =>
  adminForm(
    {
      caption: model.fullName,
      heading: 'Absences',
      back: { href: model.memberAddress, text: `Back to ${model.fullName}` },
      submit: 'Save absence',
      before: html`${model.noted.length > 0 && notedPart(model, form)}
        <h2 class="govuk-heading-m">Note an absence</h2>
        <p class="govuk-body">
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

const notedPart = ({ noted }: AbsenceForm, { csrfToken }: Form): Html =>
  summaryList({
    rows: noted.map(({ days, more, end }) => ({
      key: { text: days },
      value: { html: html`${more} ${rowButton(end, csrfToken)}` },
    })),
  })

const model: AbsenceForm = {
  fullName: 'Okafor, Ife',
  memberAddress: '/admin/people/edit/iokafor',
  kinds: [{ value: 'leave', text: 'Leave' }],
  people: [{ value: 'bbell', text: 'Bell, <Bryn>' }],
  noted: [
    {
      days: '3 August 2031 to 14 August 2031',
      more: 'Leave, Bell, <Bryn> stands in',
      end: {
        address: '/admin/people/edit/iokafor/absence/1/end',
        text: 'End',
        about: 'the absence from 3 August 2031',
      },
    },
  ],
}
const form = emptyForm('/admin/people/edit/iokafor/absence')

/** Examples of the page, by what they show. */
export const absenceExamples: Examples<FormView<AbsenceForm>> = {
  'nothing noted yet': [{ ...model, noted: [] }, form],
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
