import { button } from '#web/components/button.ts'
import { csrfField } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { partAddress } from './addresses.ts'

/** A part of a draft that stands in an order. */
export type OrderedPart = {
  readonly draft: number
  readonly part: string
  readonly name: string
  readonly csrfToken: string
  readonly isFirst: boolean
  readonly isLast: boolean
}

/** The ways to move a part up or down, and to remove it. */
export const partButtons = (ordered: OrderedPart): Html =>
  html`<div class="app-part-buttons">
    ${!ordered.isFirst && moveForm(ordered, 'up')} ${!ordered.isLast && moveForm(ordered, 'down')}
    <a class="govuk-link" href="${partAddress(ordered.draft, 'remove', ordered.part)}"
      >Remove<span class="govuk-visually-hidden"> ${ordered.name}</span></a
    >
  </div>`

const moveForm = ({ draft, part, name, csrfToken }: OrderedPart, way: 'up' | 'down'): Html =>
  html`<form action="${partAddress(draft, way, part)}" method="post" novalidate>
    ${csrfField(csrfToken)}
    ${button({
      html: html`${way === 'up' ? 'Up' : 'Down'}<span class="govuk-visually-hidden"
          >: ${name}</span
        >`,
      classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
      preventDoubleClick: true,
    })}
  </form>`
