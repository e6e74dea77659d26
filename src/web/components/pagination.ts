import { html } from '#web/layout/html.ts'
import type { Html, Interpolation } from '#web/layout/html.ts'
import { attributes, classes, content } from './options.ts'
import type { Attributes, Content, Options, Styled } from './options.ts'

/** The published options of the way to the page before or after. */
export type PaginationLink = Content &
  Options<{ href: string; labelText: string; attributes: Attributes }>

/** The published options of one page of the list; an ellipsis stands for those left out. */
export type PaginationItem = Options<{
  number: number | string
  visuallyHiddenText: string
  href: string
  current: boolean
  ellipsis: boolean
  attributes: Attributes
}>

/** The published options of the pagination. */
export type PaginationOptions = Styled &
  Options<{
    items: readonly (PaginationItem | null | undefined)[]
    previous: PaginationLink
    next: PaginationLink
    landmarkLabel: string
  }>

/** GOV.UK pagination; without numbered pages the ways back and on stand as blocks. */
export const pagination = (options: PaginationOptions): Html => {
  const isBlock = !options.items && Boolean(options.next ?? options.previous)
  return html`<nav
    class="${classes('govuk-pagination', isBlock && 'govuk-pagination--block', options.classes)}"
    ${attributes({ 'aria-label': options.landmarkLabel || 'Pagination', ...options.attributes })}
  >
    ${previous(options.previous, isBlock)} ${options.items && pageList(options.items)}
    ${next(options.next, isBlock)}
  </nav>`
}

const previous = (link: PaginationLink | undefined, isBlock: boolean): Interpolation =>
  link?.href &&
  html`<div class="govuk-pagination__prev">
    <a class="govuk-link govuk-pagination__link" ${linkAttributes(link, 'prev')}>
      ${arrow('prev')} ${linkTitle(link, isBlock, 'Previous')} ${isBlock && linkLabel(link)}
    </a>
  </div>`

const next = (link: PaginationLink | undefined, isBlock: boolean): Interpolation =>
  link?.href &&
  html`<div class="govuk-pagination__next">
    <a class="govuk-link govuk-pagination__link" ${linkAttributes(link, 'next')}>
      ${isBlock && arrow('next')} ${linkTitle(link, isBlock, 'Next')} ${isBlock && linkLabel(link)}
      ${!isBlock && arrow('next')}
    </a>
  </div>`

const pageList = (items: NonNullable<PaginationOptions['items']>): Html =>
  html`<ul class="govuk-pagination__list">
    ${items.map((item) => item && Object.keys(item).length > 0 && pageItem(item))}
  </ul>`

const linkAttributes = (link: PaginationLink, rel: 'prev' | 'next'): Html =>
  attributes({ href: link.href, rel, ...link.attributes })

const linkTitle = (link: PaginationLink, isBlock: boolean, usual: string): Html => {
  const isDecorated = isBlock && !link.labelText
  const names = classes(
    'govuk-pagination__link-title',
    isDecorated && 'govuk-pagination__link-title--decorated',
  )
  return html`<span class="${names}"
    >${content(link) ?? html`${usual}<span class="govuk-visually-hidden"> page</span>`}</span
  >`
}

const linkLabel = (link: PaginationLink): Interpolation =>
  link.labelText &&
  html` <span class="govuk-visually-hidden">:</span>
    <span class="govuk-pagination__link-label">${link.labelText}</span>`

const pageItem = (item: PaginationItem): Html => {
  const names = classes(
    'govuk-pagination__item',
    item.current && 'govuk-pagination__item--current',
    item.ellipsis && 'govuk-pagination__item--ellipsis',
  )
  if (item.ellipsis) return html`<li class="${names}">⋯</li>`
  const given = attributes({
    href: item.href,
    'aria-label': item.visuallyHiddenText ?? `Page ${item.number}`,
    'aria-current': item.current ? 'page' : undefined,
    ...item.attributes,
  })
  return html`<li class="${names}">
    <a class="govuk-link govuk-pagination__link" ${given}>${item.number}</a>
  </li>`
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

const arrow = (direction: 'prev' | 'next'): Html =>
  html`<svg
    class="govuk-pagination__icon govuk-pagination__icon--${direction}"
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d="${arrows[direction]}"></path>
  </svg>`
