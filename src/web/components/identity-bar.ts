import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { attributes, classes, content } from './options.ts'
import type { Content, Options, Styled } from './options.ts'

/** The published options of the identity bar; ours has no menus. */
export type IdentityBarOptions = Styled & Options<{ title: Content }>

/** MoJ identity bar: whom or what every page of a section is about. */
export const identityBar = (options: IdentityBarOptions): Html =>
  html`<div
    class="${classes('moj-identity-bar', options.classes)}"
    ${attributes(options.attributes)}
  >
    <div class="moj-identity-bar__container">
      <div class="moj-identity-bar__details">
        ${options.title && html`<span class="moj-identity-bar__title">${content(options.title)}</span>`}
      </div>
    </div>
  </div>`
