import { writeDayFirst } from '#domain/details/index.ts'
import { adminForm } from '#web/admin/admin-form.ts'
import { caseTypesAddress } from '#web/admin/case-types/addresses.ts'
import { emptyForm, lineField } from '#web/caseworker/complaint/form-parts.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dateAndTime } from '#web/layout/times.ts'
import { writeLocalDateTime } from '#platform/local-time.ts'

/** A version that waits for its moment. */
export type Waiting = { readonly name: string; readonly version: number; readonly from: Date }

/** The fields of the moment from which on a version is in force. */
export const momentFields = (from: Date | undefined, form: Form): Html => {
  const [day, time] = from ? writeLocalDateTime(from).split('T') : []
  return html`${lineField(
    {
      name: 'PublishOn',
      label: from ? 'Date' : 'Date from which it is in force (optional)',
      hint: 'For example, 1/9/2031',
      value: day && writeDayFirst(day),
    },
    form,
  )}
  ${lineField(
    {
      name: 'PublishTime',
      label: 'Time (optional)',
      hint: 'For example, 8:30. Without a time it is the beginning of the day',
      value: time?.slice(0, 5),
    },
    form,
  )}`
}

/** The page on which a version that waits is given another moment. */
export const movePublicationView: FormView<Waiting> = ({ name, version, from }, form) =>
  adminForm(
    {
      caption: name,
      heading: `When version ${version} is published`,
      back,
      submit: 'Save',
      fields: momentFields(from, form),
    },
    form,
  )

/** The page on which a version that waits is taken back. */
export const takeBackView: FormView<Waiting> = ({ name, version, from }, form) =>
  adminForm(
    {
      caption: name,
      heading: `Take back version ${version}`,
      back,
      submit: 'Take back',
      isWarning: true,
      fields: html`<p class="govuk-body">
        It would be published from ${dateAndTime(from)}. What it says becomes a draft again.
      </p>`,
    },
    form,
  )

const back = { href: caseTypesAddress, text: 'Back to case types' }
const model: Waiting = { name: 'Allotment', version: 4, from: new Date('2031-09-01T07:30:00Z') }
const form = emptyForm(`${caseTypesAddress}/published/Allotment/moment`)

/** Examples of the page, by what they show. */
export const movePublicationExamples: Examples<FormView<Waiting>> = {
  'a version that waits, sent with a day that has passed': [
    model,
    {
      ...form,
      typed: { PublishOn: '1/9/2021' },
      flaws: [
        { parameter: 'PublishOn', kind: 'invalid', message: 'Enter a date and time in the future' },
      ],
    },
  ],
}

/** Examples of the page, by what they show. */
export const takeBackExamples: Examples<FormView<Waiting>> = {
  'a version that waits': [model, form],
}
