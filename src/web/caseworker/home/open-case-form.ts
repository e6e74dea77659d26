import { button } from '#web/components/button.ts'
import { input } from '#web/components/input.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** The form that opens a case by its number; takes what is wrong with what was typed, and what that was. */
export const openCaseForm = (form: Pick<Form, 'flaws'>, typed: string | undefined): Html =>
  html`<form action="/cases" method="get" novalidate>
    ${input({
      name: 'CaseId',
      label: { text: 'Case number', classes: 'govuk-label--m' },
      classes: 'govuk-input--width-10',
      value: typed,
      errorMessage: messageOf(form, 'CaseId'),
      inputmode: 'numeric',
      autocomplete: 'off',
      spellcheck: false,
    })}
    ${button({ text: 'Open case' })}
  </form>`
