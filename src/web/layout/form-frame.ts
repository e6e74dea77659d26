import type { BackLinkOptions } from '#web/components/back-link.ts'
import { button } from '#web/components/button.ts'
import { csrfField, flawSummary, formTitle } from './form-page.ts'
import type { Form } from './form-page.ts'
import { html } from './html.ts'
import type { Interpolation } from './html.ts'
import type { Page } from './layout.ts'

/** What a form about a case needs around its fields. */
export type Frame = {
  readonly caseNumber: string
  readonly heading: string
  readonly submit: string
  readonly back: BackLinkOptions
  /** Where there is nothing to choose the form says so, and cannot be sent. */
  readonly isEmpty?: boolean
  /** The parameters that have no field: what is wrong with them is linked to the heading. */
  readonly whole?: readonly string[]
  readonly fields: Interpolation
}

/** A page with a form about a case. */
export const framedForm = (frame: Frame, form: Form): Page => ({
  title: formTitle(`${frame.heading}: case ${frame.caseNumber}`, form),
  back: frame.back,
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
