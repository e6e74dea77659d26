import { button } from '#web/components/button.ts'
import { checkboxes } from '#web/components/checkboxes.ts'
import { input } from '#web/components/input.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField, flawSummary, formTitle, messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'

/** What the page shows beside its form: the queue it came from, and what that is narrowed down by. */
export type SaveFilter = { readonly queueAddress: string; readonly asked: string }

/** The page on which what the queue is narrowed down by is given a name. */
export const saveFilterView: FormView<SaveFilter> = ({ queueAddress, asked }, form) => ({
  title: formTitle('Save this filter', form),
  back: { href: queueAddress, text: 'Back to the queue' },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(form)}
      <span id="Asked" tabindex="-1"></span>
      <h1 class="govuk-heading-l">Save this filter</h1>
      <form action="${form.action}" method="post" novalidate>
        ${csrfField(form.csrfToken)}
        <input type="hidden" name="Asked" value="${asked}" />
        ${input({
          name: 'Name',
          label: { text: 'Name of the filter', classes: 'govuk-label--s' },
          hint: { text: 'A filter of yours that has this name is replaced.' },
          value: form.typed['Name'],
          errorMessage: messageOf(form, 'Name'),
          autocomplete: 'off',
        })}
        ${checkboxes({
          name: 'Shared',
          items: [
            {
              value: 'yes',
              text: 'Show it to everybody',
              hint: { text: 'Everybody sees only the cases that they may know of.' },
            },
          ],
          values: [form.typed['Shared'] ?? ''],
          errorMessage: messageOf(form, 'Shared'),
        })}
        ${button({ text: 'Save filter', preventDoubleClick: true })}
      </form>
    </div>
  </div>`,
})

const model = { queueAddress: '/queues?Team=HOUSING', asked: 'Team=HOUSING' }
const empty: Form = { action: '/queues/save?Team=HOUSING', csrfToken: 'x', typed: {}, flaws: [] }

/** Examples of the page, by what they show. */
export const saveFilterExamples: Examples<FormView<SaveFilter>> = {
  'nothing typed yet': [model, empty],
  'no name': [
    model,
    {
      ...empty,
      typed: { Shared: 'yes' },
      flaws: [{ parameter: 'Name', kind: 'missing', message: 'Enter name of the filter' }],
    },
  ],
  'a queue that cannot be narrowed down so': [
    model,
    {
      ...empty,
      typed: { Name: '<b>' },
      flaws: [{ parameter: 'Asked', kind: 'invalid', message: 'Go back and choose again' }],
    },
  ],
}
