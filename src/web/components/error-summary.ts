import { html } from '#web/layout/html.ts'
import type { Html, Interpolation } from '#web/layout/html.ts'
import { attributes, classes, content } from './options.ts'
import type { Attributes, Content, Options, Styled } from './options.ts'

/** The published options of one error of the summary; the address is that of the field. */
export type ErrorSummaryItem = Content & Options<{ href: string; attributes: Attributes }>

/** The published options of the error summary. */
export type ErrorSummaryOptions = Styled &
  Options<{
    titleText: string
    titleHtml: Html
    descriptionText: string
    descriptionHtml: Html
    errorList: readonly ErrorSummaryItem[]
    disableAutoFocus: boolean
  }>

/** GOV.UK error summary: everything that is wrong with a form, above it, with links to the fields. */
export const errorSummary = (options: ErrorSummaryOptions): Html => {
  const description = options.descriptionHtml ?? options.descriptionText
  const errors = options.errorList ?? []
  return html`<div
    class="${classes('govuk-error-summary', options.classes)}"
    ${attributes({
      'data-disable-auto-focus': options.disableAutoFocus,
      ...options.attributes,
      'data-module': 'govuk-error-summary',
    })}
  >
    <div role="alert">
      <h2 class="govuk-error-summary__title">${options.titleHtml ?? options.titleText}</h2>
      <div class="govuk-error-summary__body">
        ${description && html`<p>${description}</p>`}
        ${
          errors.length > 0 &&
          html`<ul class="govuk-list govuk-error-summary__list">
            ${errors.map((item) => html`<li>${error(item)}</li>`)}
          </ul>`
        }
      </div>
    </div>
  </div>`
}

const error = (item: ErrorSummaryItem): Interpolation =>
  item.href
    ? html`<a href="${item.href}" ${attributes(item.attributes)}>${content(item)}</a>`
    : content(item)
