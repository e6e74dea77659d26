import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { attributes, classes, content } from './options.ts'
import type { Content, Options, Styled } from './options.ts'

/** The published options of the back link. */
export type BackLinkOptions = Content & Styled & Options<{ href: string }>

/** GOV.UK back link. */
export const backLink = (options: BackLinkOptions): Html =>
  html`<a
    href="${options.href || '#'}"
    class="${classes('govuk-back-link', options.classes)}"
    ${attributes(options.attributes)}
    >${content(options) ?? 'Back'}</a
  >`
