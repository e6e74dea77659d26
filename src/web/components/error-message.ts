import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { attributes, classes, content } from './options.ts'
import type { Content, Options, Styled } from './options.ts'

/** The published options of the error message; `visuallyHiddenText` false or empty leaves the word "Error" out. */
export type ErrorMessageOptions = Content &
  Styled &
  Options<{ id: string; visuallyHiddenText: string | false }>

/** GOV.UK error message: what is wrong with a field, above it. */
export const errorMessage = (options: ErrorMessageOptions): Html => {
  const { visuallyHiddenText = 'Error' } = options
  return html`<p
    class="${classes('govuk-error-message', options.classes)}"
    ${attributes({ id: options.id, ...options.attributes })}
  >
    ${
      visuallyHiddenText && html`<span class="govuk-visually-hidden">${visuallyHiddenText}:</span> `
    }
    ${content(options)}
  </p>`
}
