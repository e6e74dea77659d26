import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { attributes, classes, content, hasContent } from './options.ts'
import type { Content, Options, Styled } from './options.ts'

/** The published options of a fieldset's legend. */
export type LegendOptions = Content & Options<{ classes: string; isPageHeading: boolean }>

/** The published options of the fieldset. */
export type FieldsetOptions = Styled &
  Options<{ describedBy: string; legend: LegendOptions; role: string; html: Html }>

/** GOV.UK fieldset: fields that belong together, with their question as legend. */
export const fieldset = (options: FieldsetOptions): Html =>
  html`<fieldset
    class="${classes('govuk-fieldset', options.classes)}"
    ${attributes({
      role: options.role,
      'aria-describedby': options.describedBy || undefined,
      ...options.attributes,
    })}
  >
    ${options.legend && legend(options.legend)} ${options.html}
  </fieldset>`

const legend = (options: LegendOptions): Html | false =>
  hasContent(options) &&
  html`<legend class="${classes('govuk-fieldset__legend', options.classes)}">
    ${
      options.isPageHeading
        ? html`<h1 class="govuk-fieldset__heading">${content(options)}</h1>`
        : content(options)
    }
  </legend>`
