import { button } from '#web/components/button.ts'
import { csrfField, flawSummary, formTitle } from '#web/layout/form-page.ts'
import type { Form } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Interpolation } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { progressAddress } from './addresses.ts'

/** What a form about where a case stands needs around its fields. */
export type Frame = {
  readonly caseNumber: string
  readonly heading: string
  readonly submit: string
  /** Where there is nothing to choose the form says so, and cannot be sent. */
  readonly isEmpty?: boolean
  /** The parameters that have no field: what is wrong with them is linked to the heading. */
  readonly whole?: readonly string[]
  readonly fields: Interpolation
}

/** A page with a form about where a case stands. */
export const progressForm = (frame: Frame, form: Form): Page => ({
  title: formTitle(`${frame.heading}: case ${frame.caseNumber}`, form),
  back: { href: progressAddress(frame.caseNumber), text: 'Back to progress' },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(form)}
      <span class="govuk-caption-l">Case ${frame.caseNumber}</span>
      ${(frame.whole ?? []).map((name) => html`<span id="${name}" tabindex="-1"></span>`)}
      <h1 class="govuk-heading-l">${frame.heading}</h1>
      <form action="${form.action}" method="post" novalidate>
        ${csrfField(form.csrfToken)} ${frame.fields}
        ${!frame.isEmpty && button({ text: frame.submit, preventDoubleClick: true })}
      </form>
    </div>
  </div>`,
})
