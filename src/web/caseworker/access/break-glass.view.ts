import { button } from '#web/components/button.ts'
import { warningText } from '#web/components/warning-text.ts'
import { areaField, emptyForm, lineField } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField, flawSummary, formTitle } from '#web/layout/form-page.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { breakGlassAddress } from './access-addresses.ts'

/** Does the organisation allow it? */
export type BreakGlass = { readonly isAllowed: boolean }

const heading = 'Open a confidential case in an emergency'

/** The page on which somebody opens a confidential case in an emergency. */
export const breakGlassView: FormView<BreakGlass> = ({ isAllowed }, form) => ({
  title: formTitle(heading, form),
  back: { href: breakGlassAddress, text: 'Back to cases opened in an emergency' },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(form)}
      <h1 class="govuk-heading-l">${heading}</h1>
      ${
        isAllowed
          ? warningText({
              text: 'Your name and your reason are recorded, and whoever has the case is told.',
              iconFallbackText: 'Warning',
            })
          : html`<p class="govuk-body">
              Your organisation does not let anybody open a confidential case this way. Ask a
              manager.
            </p>`
      }
      <form action="${form.action}" method="post" novalidate>
        ${csrfField(form.csrfToken)} ${lineField({ name: 'CaseId', label: 'Case number' }, form)}
        ${areaField(
          {
            name: 'Reason',
            label: 'Why you must see the case now',
            hint: 'For example, the customer is in danger and nobody who has the case is there',
          },
          form,
        )}
        ${button({ text: 'Open case for 24 hours', preventDoubleClick: true })}
      </form>
    </div>
  </div>`,
})

const form = emptyForm('/break-glass/new')

/** Examples of the page, by what they show. */
export const breakGlassExamples: Examples<FormView<BreakGlass>> = {
  'an empty form': [{ isAllowed: true }, form],
  'an organisation that does not allow it': [{ isAllowed: false }, form],
  'no such case': [
    { isAllowed: true },
    {
      ...form,
      typed: { CaseId: '99', Reason: 'In <danger>' },
      flaws: [{ parameter: '', kind: 'invalid', message: 'There is no case of that number' }],
    },
  ],
}
