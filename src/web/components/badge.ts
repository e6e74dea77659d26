import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { attributes, classes, content } from './options.ts'
import type { Content, Styled } from './options.ts'

/** The published options of the badge. */
export type BadgeOptions = Content & Styled

/** MoJ badge: a risk or something urgent, and nothing else. */
export const badge = (options: BadgeOptions): Html =>
  html`<span class="${classes('moj-badge', options.classes)}" ${attributes(options.attributes)}
    >${content(options)}</span
  >`
