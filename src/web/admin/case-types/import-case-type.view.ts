import { button } from '#web/components/button.ts'
import { textarea } from '#web/components/textarea.ts'
import { emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField, flawSummary, formTitle, messageOf } from '#web/layout/form-page.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { caseTypesAddress } from './addresses.ts'

const heading = 'Take a case type from a file'

/** The page on which a case type is taken from a file as a draft. */
export const importCaseTypeView: FormView<undefined> = (_, form) => ({
  title: formTitle(heading, form),
  back: { href: caseTypesAddress, text: 'Back to case types' },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(form)}
      <h1 class="govuk-heading-l">${heading}</h1>
      <p class="govuk-body">
        The file becomes a draft. You see how it differs from what is published, and nothing takes
        effect until you publish it.
      </p>
      <form action="${form.action}" method="post" novalidate>
        ${csrfField(form.csrfToken)}
        ${textarea({
          name: 'Definition',
          label: { text: 'Text of the file', classes: 'govuk-label--s' },
          hint: { text: 'Paste the whole file, as it was taken from another installation' },
          value: form.typed['Definition'],
          errorMessage: messageOf(form, 'Definition'),
          rows: 15,
          spellcheck: false,
        })}
        ${button({ text: 'Take as a draft', preventDoubleClick: true })}
      </form>
    </div>
  </div>`,
})

const form = emptyForm(`${caseTypesAddress}/import`)

/** Examples of the page, by what they show. */
export const importCaseTypeExamples: Examples<FormView<undefined>> = {
  'an empty form': [undefined, form],
  'a file with faults': [
    undefined,
    {
      ...form,
      typed: { Definition: '{ "name": "Skip <permit>", "colour": "red" }' },
      flaws: [{ parameter: 'Definition', kind: 'invalid', message: 'colour is not known' }],
    },
  ],
}
