import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { attributes, classes, content } from './options.ts'
import type { Attributes, Content, Options, Styled } from './options.ts'

/** The published options of one step of the way. */
export type Breadcrumb = Content & Options<{ href: string; attributes: Attributes }>

/** The published options of the breadcrumbs. */
export type BreadcrumbsOptions = { readonly items: readonly Breadcrumb[] } & Styled &
  Options<{ collapseOnMobile: boolean; labelText: string }>

/** GOV.UK breadcrumbs: where this page lies; an item without address is this page. */
export const breadcrumbs = (options: BreadcrumbsOptions): Html =>
  html`<nav
    class="${classes(
      'govuk-breadcrumbs',
      options.classes,
      options.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
    )}"
    ${attributes({ ...options.attributes, 'aria-label': options.labelText ?? 'Breadcrumb' })}
  >
    <ol class="govuk-breadcrumbs__list">
      ${options.items.map(breadcrumb)}
    </ol>
  </nav>`

const breadcrumb = (item: Breadcrumb): Html =>
  item.href
    ? html`<li class="govuk-breadcrumbs__list-item">
        <a class="govuk-breadcrumbs__link" href="${item.href}" ${attributes(item.attributes)}
          >${content(item)}</a
        >
      </li>`
    : html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${content(item)}</li>`
