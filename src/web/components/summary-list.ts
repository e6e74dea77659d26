import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { attributes, classes, content } from './options.ts'
import type { Content, Options, Styled } from './options.ts'

/** The published options of a link that changes something. */
export type SummaryListAction = Content &
  Styled &
  Options<{ href: string; visuallyHiddenText: string }>

/** The published options of the links of a row or card. */
export type SummaryListActions = Options<{ items: readonly SummaryListAction[]; classes: string }>

/** The published options of one row. */
export type SummaryListRow = {
  readonly key: Content & Options<{ classes: string }>
} & Options<{
  value: Content & Options<{ classes: string }>
  classes: string
  actions: SummaryListActions
}>

/** The published options of the card around a list. */
export type SummaryCard = Styled &
  Options<{
    title: Content & Options<{ headingLevel: number | string; classes: string }>
    actions: SummaryListActions
  }>

/** The published options of the summary list. */
export type SummaryListOptions = {
  readonly rows: readonly (SummaryListRow | false | null | undefined)[]
} & Styled &
  Options<{ card: SummaryCard }>

/** GOV.UK summary list: what is known, by name; with a card around it where asked. */
export const summaryList = (options: SummaryListOptions): Html => {
  const rows = options.rows.filter((row) => !!row)
  const isAnyActive = rows.some((row) => row.actions?.items?.length)
  const list = html`<dl
    class="${classes('govuk-summary-list', options.classes)}"
    ${attributes(options.attributes)}
  >
    ${rows.map((row) => summaryRow(row, isAnyActive, options.card?.title))}
  </dl>`
  return options.card ? summaryCard(options.card, list) : list
}

const summaryRow = (row: SummaryListRow, isAnyActive: boolean, cardTitle?: Content): Html => {
  const names = classes(
    'govuk-summary-list__row',
    isAnyActive && !row.actions?.items && 'govuk-summary-list__row--no-actions',
    row.classes,
  )
  return html`<div class="${names}">
    <dt class="${classes('govuk-summary-list__key', row.key.classes)}">${content(row.key)}</dt>
    <dd class="${classes('govuk-summary-list__value', row.value?.classes)}">
      ${content(row.value)}
    </dd>
    ${row.actions && rowActions(row.actions, cardTitle)}
  </div>`
}

const rowActions = (actions: SummaryListActions, title: Content | undefined): Html | false => {
  const links = (actions.items ?? []).map((action) => actionLink(action, title))
  if (links.length === 0) return false
  return html`<dd class="${classes('govuk-summary-list__actions', actions.classes)}">
    ${
      links.length === 1
        ? links
        : html`<ul class="govuk-summary-list__actions-list">
            ${links.map((link) => html`<li class="govuk-summary-list__actions-list-item">${link}</li>`)}
          </ul>`
    }
  </dd>`
}

const summaryCard = (card: SummaryCard, list: Html): Html =>
  html`<div class="${classes('govuk-summary-card', card.classes)}" ${attributes(card.attributes)}>
    <div class="govuk-summary-card__title-wrapper">
      ${card.title && cardTitle(card.title)}
      ${card.actions && cardActions(card.actions, card.title)}
    </div>
    <div class="govuk-summary-card__content">${list}</div>
  </div>`

const cardTitle = (title: NonNullable<SummaryCard['title']>): Html => {
  const level = title.headingLevel || 2
  return html`<h${level} class="${classes('govuk-summary-card__title', title.classes)}">
    ${content(title)}
  </h${level}>`
}

const cardActions = (actions: SummaryListActions, title: Content | undefined): Html | false => {
  const links = (actions.items ?? []).map((action) => actionLink(action, title))
  const names = classes('govuk-summary-card__actions', actions.classes)
  if (links.length === 0) return false
  if (links.length === 1) return html`<div class="${names}">${links}</div>`
  return html`<ul class="${names}">
    ${links.map((link) => html`<li class="govuk-summary-card__action">${link}</li>`)}
  </ul>`
}

const actionLink = (action: SummaryListAction, title: Content | undefined): Html => {
  const about = html`${action.visuallyHiddenText && html` ${action.visuallyHiddenText}`}${
    title && html` (${content(title)})`
  }`
  return html`<a
    class="${classes('govuk-link', action.classes)}"
    ${attributes({ href: action.href ?? '', ...action.attributes })}
    >${content(action)}${
      (action.visuallyHiddenText || title) &&
      html`<span class="govuk-visually-hidden">${about}</span>`
    }</a
  >`
}
