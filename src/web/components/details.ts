import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { attributes, classes, content } from './options.ts'
import type { Content, Options, Styled } from './options.ts'

/** The published options of the details. */
export type DetailsOptions = Content &
  Styled &
  Options<{ id: string; summaryText: string; summaryHtml: Html; open: boolean }>

/** GOV.UK details: text that opens on demand. */
export const details = (options: DetailsOptions): Html =>
  html`<details
    class="${classes('govuk-details', options.classes)}"
    ${attributes({ id: options.id, ...options.attributes })}
    ${options.open && html` open`}
  >
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">
        ${options.summaryHtml ?? options.summaryText}
      </span>
    </summary>
    <div class="govuk-details__text">${content(options)}</div>
  </details>`
