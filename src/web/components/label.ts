import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { attributes, classes, content, hasContent } from './options.ts'
import type { Content, Options, Styled } from './options.ts'

/** The published options of the label. */
export type LabelOptions = Content & Styled & Options<{ for: string; isPageHeading: boolean }>

/** GOV.UK label: names a field, or nothing where there is no text. */
export const label = (options: LabelOptions): Html => {
  if (!hasContent(options)) return html``
  const element = html`<label
    class="${classes('govuk-label', options.classes)}"
    ${attributes({ ...options.attributes, for: options.for })}
  >
    ${content(options)}
  </label>`
  return options.isPageHeading ? html`<h1 class="govuk-label-wrapper">${element}</h1>` : element
}
