import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { attributes, classes, content } from './options.ts'
import type { Content, Options, Styled } from './options.ts'

/** The published options of the skip link. */
export type SkipLinkOptions = Content & Styled & Options<{ href: string }>

/** GOV.UK skip link: past the header, for those who go by keyboard. */
export const skipLink = (options: SkipLinkOptions): Html =>
  html`<a
    href="${options.href || '#content'}"
    class="${classes('govuk-skip-link', options.classes)}"
    ${attributes({ ...options.attributes, 'data-module': 'govuk-skip-link' })}
    >${content(options)}</a
  >`
