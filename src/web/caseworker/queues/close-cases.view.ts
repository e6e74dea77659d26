import { radios } from '#web/components/radios.ts'
import { areaField, emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { chosenCasesForm, exampleCases, type ChosenCases } from './chosen-cases.ts'

/** Cases that are closed, and the ways in which any of them can end. */
export type CloseCases = ChosenCases & {
  readonly endings: readonly { readonly code: string; readonly label: string }[]
}

/** The page on which several cases are closed. */
export const closeCasesView: FormView<CloseCases> = (model, form) =>
  chosenCasesForm(
    model,
    {
      heading: 'Close cases',
      isEmpty: model.endings.length === 0,
      fields:
        model.endings.length === 0
          ? html`<p class="govuk-body">None of these cases can be ended before its time.</p>`
          : html`${radios({
              name: 'Ending',
              fieldset: {
                legend: { text: 'How they end', classes: 'govuk-fieldset__legend--m' },
              },
              hint: { text: 'A case that cannot end so, or lacks something for it, stays open.' },
              value: form.typed['Ending'],
              errorMessage: messageOf(form, 'Ending'),
              items: model.endings.map(({ code, label }) => ({ value: code, text: label })),
            })}
            ${areaField({ name: 'Reason', label: 'Reason' }, form)}`,
    },
    form,
  )

const form = emptyForm('/queues/close?Case=1001')

/** Examples of the page, by what they show. */
export const closeCasesExamples: Examples<FormView<CloseCases>> = {
  'no reason': [
    { ...exampleCases, endings: [{ code: 'withdrawn', label: 'Withdrawn' }] },
    {
      ...form,
      typed: { Ending: 'withdrawn' },
      flaws: [{ parameter: 'Reason', kind: 'missing', message: 'Enter reason' }],
    },
  ],
  'cases that cannot end so': [{ ...exampleCases, endings: [] }, form],
}
