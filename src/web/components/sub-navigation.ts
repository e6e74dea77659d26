import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { attributes, classes, content } from './options.ts'
import type { Attributes, Content, Options, Styled } from './options.ts'

/** The published options of one way within the section. */
export type SubNavigationItem = Content &
  Options<{ active: boolean; classes: string; attributes: Attributes }> & { readonly href: string }

/** The published options of the sub navigation. */
export type SubNavigationOptions = Styled &
  Options<{ label: string }> & { readonly items: readonly SubNavigationItem[] }

/** MoJ sub navigation: the parts of something that has a page for each. */
export const subNavigation = (options: SubNavigationOptions): Html =>
  html`<nav
    class="${classes('moj-sub-navigation', options.classes)}"
    ${attributes({
      'aria-label': options.label || 'Secondary navigation region',
      ...options.attributes,
    })}
  >
    <ul class="moj-sub-navigation__list">
      ${options.items.map(way)}
    </ul>
  </nav>`

const way = (item: SubNavigationItem): Html =>
  html`<li class="${classes('moj-sub-navigation__item', item.classes)}">
    <a
      class="moj-sub-navigation__link"
      ${attributes({ 'aria-current': item.active ? 'page' : undefined, href: item.href })}
      ${attributes(item.attributes)}
      >${content(item)}</a
    >
  </li>`
