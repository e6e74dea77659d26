import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { attributes, classes, content } from './options.ts'
import type { Content, Options, Styled } from './options.ts'

/** The published options of the button. */
export type ButtonOptions = Content &
  Styled &
  Options<{
    type: 'button' | 'submit' | 'reset'
    name: string
    value: string
    disabled: boolean
    href: string
    preventDoubleClick: boolean
    isStartButton: boolean
    id: string
  }>

/** GOV.UK button; with an address it is a link that looks like one. */
export const button = (options: ButtonOptions): Html =>
  options.href ? linkButton(options, options.href) : realButton(options)

const linkButton = (options: ButtonOptions, href: string): Html =>
  html`<a href="${href}" role="button" draggable="false" ${commonAttributes(options)}>
    ${buttonText(options)}
  </a>`

const realButton = (options: ButtonOptions): Html =>
  html`<button
    ${attributes({
      type: options.type || 'submit',
      value: options.value || undefined,
      name: options.name || undefined,
      'data-prevent-double-click': options.preventDoubleClick,
    })}
    ${options.disabled && html` disabled aria-disabled="true"`}
    ${commonAttributes(options)}
  >
    ${buttonText(options)}
  </button>`

const commonAttributes = (options: ButtonOptions): Html =>
  attributes({
    class: classes('govuk-button', options.classes, options.isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...options.attributes,
    id: options.id,
  })

const buttonText = (options: ButtonOptions): Html =>
  options.isStartButton
    ? html`${options.html ? html`<span>${options.html}</span>` : options.text} ${startIcon}`
    : html`${content(options)}`

const startIcon = html`<svg
  class="govuk-button__start-icon"
  xmlns="http://www.w3.org/2000/svg"
  width="17.5"
  height="19"
  viewBox="0 0 33 40"
  aria-hidden="true"
  focusable="false"
>
  <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
</svg>`
