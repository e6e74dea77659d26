import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { attributes, classes, content } from './options.ts'
import type { Content, Options, Styled } from './options.ts'

/** The published options of the inset text. */
export type InsetTextOptions = Content & Styled & Options<{ id: string }>

/** GOV.UK inset text: a passage set apart. */
export const insetText = (options: InsetTextOptions): Html =>
  html`<div
    class="${classes('govuk-inset-text', options.classes)}"
    ${attributes({ id: options.id, ...options.attributes })}
  >
    ${content(options)}
  </div>`
