import { input } from '#web/components/input.ts'
import { adminForm } from '#web/admin/admin-form.ts'
import { emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'

/** How cases are numbered: the number that the next one gets. */
export type CaseNumbers = { readonly next: string }

/** The page on which the numbers of cases go on from another. */
export const caseNumbersView: FormView<CaseNumbers> = ({ next }, form) =>
  adminForm(
    {
      caption: 'Settings of the organisation',
      heading: 'Numbers of cases',
      back: { href: '/admin/settings', text: 'Back to settings' },
      submit: 'Save',
      before: html`<p class="govuk-body">
        The next case gets the number ${next}. Numbers consist of digits alone, because programs
        send them so. They only go up: no number is given twice.
      </p>`,
      fields: input({
        name: 'First',
        label: { text: 'Number of the next case', classes: 'govuk-label--s' },
        hint: {
          text: 'To have numbers begin with a year or with digits of your own, enter the first of them, such as 27000001',
        },
        value: form.typed['First'] ?? next,
        classes: 'govuk-input--width-20',
        inputmode: 'numeric',
        autocomplete: 'off',
        spellcheck: false,
        errorMessage: messageOf(form, 'First'),
      }),
    },
    form,
  )

/** Examples of the page, by what they show. */
export const caseNumbersExamples: Examples<FormView<CaseNumbers>> = {
  'a number that is too low': [
    { next: '1204' },
    {
      ...emptyForm('/admin/settings/case-numbers'),
      typed: { First: '7' },
      flaws: [{ parameter: 'First', kind: 'invalid', message: 'Enter 1204 or more' }],
    },
  ],
}
