import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { attributes, classes, content, hasContent } from './options.ts'
import type { Content, Options, Styled } from './options.ts'

import { button } from './button.ts'

/** The published options of one action of an interruption panel. */
export type PanelAction = Styled &
  Options<{ text: string; href: string; type: 'button' | 'submit' | 'reset' }>

/** The published options of the panel. */
export type PanelOptions = Content &
  Styled &
  Options<{
    titleText: string
    titleHtml: Html
    headingLevel: number | string
    actions: Styled & Options<{ items: readonly PanelAction[] }>
  }>

/** GOV.UK panel: the confirmation at the end of a form, or an interruption. */
export const panel = (options: PanelOptions): Html => {
  const level = options.headingLevel || 1
  const isInterruption = (options.classes ?? '').includes('govuk-panel--interruption')
  const names = classes(
    'govuk-panel',
    !isInterruption && 'govuk-panel--confirmation',
    options.classes,
  )
  return html`<div class="${names}" ${attributes(options.attributes)}>
    <h${level} class="govuk-panel__title">${options.titleHtml ?? options.titleText}</h${level}>
    ${hasContent(options) && html`<div class="govuk-panel__body">${content(options)}</div>`}
    ${isInterruption && options.actions && panelActions(options.actions)}
  </div>`
}

const panelActions = (actions: NonNullable<PanelOptions['actions']>): Html =>
  html`<div
    class="${classes('govuk-panel__actions', actions.classes)}"
    ${attributes(actions.attributes)}
  >
    ${
      actions.items !== undefined &&
      actions.items.length > 0 &&
      html`<div class="govuk-button-group">${actions.items.map(panelAction)}</div>`
    }
  </div>`

const panelAction = (action: PanelAction): Html => {
  if (!action.href || action.type === 'button') {
    return button({
      ...action,
      type: action.type ?? 'button',
      classes: classes('govuk-button--inverse', action.classes),
    })
  }
  const names = classes('govuk-link', 'govuk-link--inverse', action.classes)
  return html`<a class="${names}" href="${action.href}" ${attributes(action.attributes)}
    >${action.text}</a
  >`
}
