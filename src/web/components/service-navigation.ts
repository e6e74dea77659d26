import { html } from '#web/layout/html.ts'
import type { Html, Interpolation } from '#web/layout/html.ts'
import { attributes, classes, content } from './options.ts'
import type { Attributes, Content, Options, Styled } from './options.ts'

/** The published options of one item of the navigation. */
export type ServiceNavigationItem = Content &
  Options<{ href: string; active: boolean; current: boolean; attributes: Attributes }>

/** The published options of what may be put around the navigation. */
export type ServiceNavigationSlots = Options<{
  start: Html
  end: Html | Options<{ html: Html; align: string }>
  navigationStart: Html
  navigationEnd: Html
}>

/** The published options of the service navigation. */
export type ServiceNavigationOptions = Styled &
  Options<{
    serviceName: string
    serviceUrl: string
    ariaLabel: string
    menuButtonText: string
    menuButtonLabel: string
    navigation: readonly (ServiceNavigationItem | false | null | undefined)[]
    navigationLabel: string
    navigationId: string
    navigationClasses: string
    collapseNavigationOnMobile: boolean
    slots: ServiceNavigationSlots
  }>

/** GOV.UK service navigation: the name of the service and the ways to its parts. */
export const serviceNavigation = (options: ServiceNavigationOptions): Html => {
  const end = endOf(options.slots)
  const isLandmark = Boolean(options.serviceName || options.slots?.start || end.html)
  const inner = html`<div
    class="${classes(
      'govuk-width-container',
      end.isInline && 'govuk-service-navigation__inlining-container',
    )}"
  >
    ${options.slots?.start}
    <div class="govuk-service-navigation__container">${name(options)} ${navigation(options)}</div>
    ${end.html}
  </div>`
  const given = attributes({
    class: classes('govuk-service-navigation', options.classes),
    'data-module': 'govuk-service-navigation',
    ...options.attributes,
  })
  return isLandmark
    ? html`<section aria-label="${options.ariaLabel || 'Service information'}" ${given}>
        ${inner}
      </section>`
    : html`<div ${given}>${inner}</div>`
}

type End = { readonly html: Interpolation; readonly isInline: boolean }

const endOf = (slots: ServiceNavigationSlots | undefined): End => {
  const end = slots?.end
  if (end === undefined) return { html: undefined, isInline: false }
  return 'html' in end || 'align' in end
    ? { html: end.html, isInline: end.align === 'inline' }
    : { html: end as Html, isInline: false }
}

const name = ({ serviceName, serviceUrl }: ServiceNavigationOptions): Interpolation =>
  serviceName &&
  html`<span class="govuk-service-navigation__service-name">
    ${
      serviceUrl
        ? html`<a href="${serviceUrl}" class="govuk-service-navigation__link">${serviceName}</a>`
        : html`<span class="govuk-service-navigation__text">${serviceName}</span>`
    }
  </span>`

const navigation = (options: ServiceNavigationOptions): Interpolation => {
  const { navigationStart, navigationEnd } = options.slots ?? {}
  const items = (options.navigation ?? []).filter((item) => item || undefined)
  const isEmpty = items.length === 0 && !navigationStart && !navigationEnd
  return isEmpty ? undefined : filledNavigation(options, items)
}

const filledNavigation = (
  options: ServiceNavigationOptions,
  items: NonNullable<ServiceNavigationOptions['navigation']>,
): Html => {
  const { navigationStart, navigationEnd } = options.slots ?? {}
  const id = options.navigationId || 'navigation'
  const menu = options.menuButtonText || 'Menu'
  return html`<nav
    aria-label="${options.navigationLabel || menu}"
    class="${classes('govuk-service-navigation__wrapper', options.navigationClasses)}"
  >
    ${(options.collapseNavigationOnMobile ?? items.length > 1) && toggle(options, menu, id)}
    <ul class="govuk-service-navigation__list" id="${id}">
      ${navigationStart} ${items.map((item) => item && navigationItem(item))} ${navigationEnd}
    </ul>
  </nav>`
}

const toggle = (
  { menuButtonLabel }: ServiceNavigationOptions,
  menu: string,
  controls: string,
): Html =>
  html`<button
    type="button"
    class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
    ${attributes({
      'aria-controls': controls,
      'aria-label': menuButtonLabel === menu ? undefined : menuButtonLabel,
    })}
    hidden
    aria-hidden="true"
  >
    ${menu}
  </button>`

const navigationItem = (item: ServiceNavigationItem): Html => {
  const isActive = Boolean(item.active || item.current)
  const inner = isActive
    ? html`<strong class="govuk-service-navigation__active-fallback">${content(item)}</strong>`
    : content(item)
  const current = isActive ? (item.current ? 'page' : 'true') : undefined
  return html`<li
    class="${classes(
      'govuk-service-navigation__item',
      isActive && 'govuk-service-navigation__item--active',
    )}"
  >
    ${item.href ? itemLink(item, inner, current) : itemText(inner, current)}
  </li>`
}

const itemLink = (
  { href, attributes: further }: ServiceNavigationItem,
  inner: Interpolation,
  current: string | undefined,
): Html =>
  html`<a
    class="govuk-service-navigation__link"
    ${attributes({ href, 'aria-current': current, ...further })}
    >${inner}</a
  >`

const itemText = (inner: Interpolation, current: string | undefined): Html =>
  html`<span class="govuk-service-navigation__text" ${attributes({ 'aria-current': current })}
    >${inner}</span
  >`
