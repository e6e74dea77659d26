import { button } from '#web/components/button.ts'
import { emptyForm, lineField } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField, flawSummary, formTitle } from '#web/layout/form-page.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { caseTypesAddress } from './addresses.ts'

const heading = 'Make a case type'

/** The page on which a new case type is begun. */
export const newCaseTypeView: FormView<undefined> = (_, form) => ({
  title: formTitle(heading, form),
  back: { href: caseTypesAddress, text: 'Back to case types' },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(form)}
      <h1 class="govuk-heading-l">${heading}</h1>
      <form action="${form.action}" method="post" novalidate>
        ${csrfField(form.csrfToken)}
        ${lineField(
          {
            name: 'Name',
            label: 'Name of the case type',
            hint: 'Such as PestReport. Programs use this name, so it can never be changed. You can change the name that people read in the draft.',
          },
          form,
        )}
        ${button({ text: 'Begin the draft', preventDoubleClick: true })}
      </form>
    </div>
  </div>`,
})

const form = emptyForm(`${caseTypesAddress}/new`)

/** Examples of the page, by what they show. */
export const newCaseTypeExamples: Examples<FormView<undefined>> = {
  'an empty form': [undefined, form],
  'a name that is taken': [
    undefined,
    {
      ...form,
      typed: { Name: 'Allotment' },
      flaws: [
        { parameter: 'Name', kind: 'invalid', message: 'There is a case type Allotment already' },
      ],
    },
  ],
}
