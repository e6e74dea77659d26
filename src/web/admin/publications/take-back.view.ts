import { adminForm } from '#web/admin/admin-form.ts'
import { caseTypesAddress } from '#web/admin/case-types/addresses.ts'
import { emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { dateAndTime } from '#web/layout/times.ts'
import { back, exampleWaiting } from './moment-fields.ts'
import type { Waiting } from './moment-fields.ts'

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

const form = emptyForm(`${caseTypesAddress}/published/Allotment/take-back`)

/** Examples of the page, by what they show. */
export const takeBackExamples: Examples<FormView<Waiting>> = {
  'a version that waits': [exampleWaiting, form],
}
