import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { attributes, classes, content } from './options.ts'
import type { Content, Options, Styled } from './options.ts'

/** The published options of the warning text. */
export type WarningTextOptions = Content & Styled & Options<{ iconFallbackText: string }>

/** GOV.UK warning text: what must not be overlooked. */
export const warningText = (options: WarningTextOptions): Html =>
  html`<div
    class="${classes('govuk-warning-text', options.classes)}"
    ${attributes(options.attributes)}
  >
    <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">${options.iconFallbackText || 'Warning'}</span>
      ${content(options)}
    </strong>
  </div>`
