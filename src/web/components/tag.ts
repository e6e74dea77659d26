import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { attributes, classes, content } from './options.ts'
import type { Content, Styled } from './options.ts'

/** The published options of the tag. */
export type TagOptions = Content & Styled

/** GOV.UK tag: a status in a word or two. */
export const tag = (options: TagOptions): Html =>
  html`<strong class="${classes('govuk-tag', options.classes)}" ${attributes(options.attributes)}>
    ${content(options)}
  </strong>`
