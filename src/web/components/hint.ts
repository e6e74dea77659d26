import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { attributes, classes, content } from './options.ts'
import type { Content, Options, Styled } from './options.ts'

/** The published options of the hint. */
export type HintOptions = Content & Styled & Options<{ id: string }>

/** GOV.UK hint: says how to fill in a field. */
export const hint = (options: HintOptions): Html =>
  html`<div
    class="${classes('govuk-hint', options.classes)}"
    ${attributes({ id: options.id, ...options.attributes })}
  >
    ${content(options)}
  </div>`
