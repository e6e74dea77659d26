import { fieldParameter } from '#domain/details/index.ts'
import type { DetailField } from '#domain/details/index.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { framedForm } from '#web/layout/form-frame.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { detailInput } from './detail-input.ts'
import { placedFields } from './placed-fields.ts'

export { changeDetailsExamples } from './change-details-examples.ts'

/** The details of a case, as the page shows them to be changed. */
export type ChangeDetails = {
  readonly caseNumber: string
  readonly fields: readonly DetailField[]
}

/** The page on which the details of a case are changed. */
export const changeDetailsView: FormView<ChangeDetails> = ({ caseNumber, fields }, form) =>
  framedForm(
    {
      caseNumber,
      heading: 'Change details',
      submit: 'Save details',
      back: { href: caseAddress(caseNumber), text: `Back to case ${caseNumber}` },
      isEmpty: fields.length === 0,
      whole: ['Seen'],
      fields:
        fields.length === 0
          ? html`<p class="govuk-body">This kind of case has no form, so there are no details.</p>`
          : placedFields(fields, {
              draw: (field) => detailInput(field, form),
              nameOf: fieldParameter,
            }),
    },
    form,
  )
