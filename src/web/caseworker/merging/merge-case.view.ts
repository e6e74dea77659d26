import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { input } from '#web/components/input.ts'
import { areaField, emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import { framedForm } from '#web/layout/form-frame.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'

/** The case that is merged into another. */
export type MergeCase = { readonly caseNumber: string }

/** The page on which a case is merged into another. */
export const mergeCaseView: FormView<MergeCase> = ({ caseNumber }, form) =>
  framedForm(
    {
      caseNumber,
      heading: 'Merge into another case',
      submit: 'Merge cases',
      back: { href: caseAddress(caseNumber), text: `Back to case ${caseNumber}` },
      fields: html`<p class="govuk-body">
          Case ${caseNumber} closes, and its open tasks are marked as not needed. Its notes,
          documents and letters stay on it and are shown on the other case as well. This can be
          undone: then its status, stage, tasks and dates are what they were.
        </p>
        ${input({
          name: 'OtherCase',
          label: { text: 'Number of the case that goes on', classes: 'govuk-label--s' },
          inputmode: 'numeric',
          classes: 'govuk-input--width-10',
          value: form.typed['OtherCase'],
          errorMessage: messageOf(form, 'OtherCase'),
        })}
        ${areaField({ name: 'Reason', label: 'Reason', hint: 'Both cases keep it in their history.' }, form)}`,
    },
    form,
  )

const form = emptyForm('/cases/1001/merge')

/** Examples of the page, by what they show. */
export const mergeCaseExamples: Examples<FormView<MergeCase>> = {
  'a case that is not there': [
    { caseNumber: '1001' },
    {
      ...form,
      typed: { OtherCase: '9', Reason: 'Sent twice' },
      flaws: [
        {
          parameter: 'OtherCase',
          kind: 'invalid',
          message: 'There is no other case of that number',
        },
      ],
    },
  ],
}
