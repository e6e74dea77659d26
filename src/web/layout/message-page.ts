import { html } from './html.ts'
import type { Html, Interpolation } from './html.ts'
import type { Page } from './layout.ts'

/** Gives a page that says one thing: a heading and paragraphs. */
export const messagePage = (title: string, ...paragraphs: readonly Interpolation[]): Page => ({
  title,
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <h1 class="govuk-heading-l">${title}</h1>
      ${paragraphs.map(paragraph)}
    </div>
  </div>`,
})

const paragraph = (content: Interpolation): Html => html`<p class="govuk-body">${content}</p>`
