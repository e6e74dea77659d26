import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { attributes, classes } from './options.ts'
import type { Content, Options, Styled } from './options.ts'

/** The published options of the notification banner. */
export type NotificationBannerOptions = Content &
  Styled &
  Options<{
    titleText: string
    titleHtml: Html
    titleHeadingLevel: number | string
    titleId: string
    type: 'success'
    role: string
    disableAutoFocus: boolean
  }>

/** GOV.UK notification banner: news above the page; of type success it is announced at once. */
export const notificationBanner = (options: NotificationBannerOptions): Html => {
  const isSuccess = options.type === 'success'
  const titleId = options.titleId || 'govuk-notification-banner-title'
  return html`<div
    class="${classes(
      'govuk-notification-banner',
      isSuccess && 'govuk-notification-banner--success',
      options.classes,
    )}"
    role="${options.role || (isSuccess ? 'alert' : 'region')}"
    aria-labelledby="${titleId}"
    data-module="govuk-notification-banner"
    ${attributes({ 'data-disable-auto-focus': options.disableAutoFocus, ...options.attributes })}
  >
    <div class="govuk-notification-banner__header">${title(options, titleId)}</div>
    <div class="govuk-notification-banner__content">
      ${options.html ?? (options.text && singleLine(options.text))}
    </div>
  </div>`
}

const title = (options: NotificationBannerOptions, id: string): Html => {
  const level = options.titleHeadingLevel || 2
  const usual = options.type === 'success' ? 'Success' : 'Important'
  return html`<h${level} class="govuk-notification-banner__title" id="${id}">
    ${options.titleHtml || options.titleText || usual}
  </h${level}>`
}

const singleLine = (text: string | number): Html =>
  html`<p class="govuk-notification-banner__heading">${text}</p>`
