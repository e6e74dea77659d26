import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import type { Line } from './shown-person.ts'

/** A list of cases, accounts or people; where there are none, it says so. */
export const lineList = (all: readonly Line[], none: string): Html =>
  all.length === 0
    ? html`<p class="govuk-body">${none}</p>`
    : html`<ul class="govuk-list">
        ${all.map(
          ({ text, href, more, also }) =>
            html`<li>
              ${href === undefined ? text : html`<a class="govuk-link" href="${href}">${text}</a>`}
              ${more !== '' && html`<br /><span class="govuk-body-s">${more}</span>`}
              ${also && alsoLink(text, also)}
            </li>`,
        )}
      </ul>`

const alsoLink = (about: string, { text, href }: NonNullable<Line['also']>): Html =>
  html`<br /><a class="govuk-link govuk-body-s" href="${href}"
      >${text}<span class="govuk-visually-hidden">: ${about}</span></a
    >`
