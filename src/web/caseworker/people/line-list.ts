import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import type { Line } from './shown-person.ts'

/** A list of cases, accounts or people; where there are none, it says so. */
export const lineList = (all: readonly Line[], none: string): Html =>
  all.length === 0
    ? html`<p class="govuk-body">${none}</p>`
    : html`<ul class="govuk-list">
        ${all.map(
          ({ text, href, more }) =>
            html`<li>
              ${href === undefined ? text : html`<a class="govuk-link" href="${href}">${text}</a>`}
              ${more !== '' && html`<br /><span class="govuk-body-s">${more}</span>`}
            </li>`,
        )}
      </ul>`
