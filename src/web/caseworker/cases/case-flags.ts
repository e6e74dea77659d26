import { button } from '#web/components/button.ts'
import { details } from '#web/components/details.ts'
import { csrfField } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dateAndTime } from '#web/layout/times.ts'
import type { OpenFlag, SettledFlag, ShownCase } from './shown-case.ts'

/** The part of a case's page that tells which values did not fit, as they were sent (contract 6.0.4), if any did not. */
export const flagsPart = (theCase: ShownCase): Html | false =>
  (theCase.openFlags.length > 0 || theCase.settledFlags.length > 0) && flags(theCase)

const flags = ({ openFlags, settledFlags, csrfToken }: ShownCase): Html =>
  html`<h2 class="govuk-heading-m" id="flags">Values that did not fit</h2>
    ${
      openFlags.length > 0
        ? html`<p class="govuk-body">
              These values were sent but could not be used as they are. Put right what matters, then
              mark each as done.
            </p>
            ${openList(openFlags, csrfToken)}`
        : html`<p class="govuk-body">All have been dealt with.</p>`
    }
    ${settledFlags.length > 0 && settledDetails(settledFlags)}`

const openList = (flags: readonly OpenFlag[], csrfToken: string): Html =>
  html`<ul class="govuk-list">
    ${flags.map((flag) => html`<li class="app-entry">${openEntry(flag, csrfToken)}</li>`)}
  </ul>`

const openEntry = (flag: OpenFlag, csrfToken: string): Html =>
  html`<h3 class="govuk-heading-s app-entry__heading">${flag.label}</h3>
    <p class="govuk-body app-entry__sent">${flag.text}</p>
    <p class="govuk-body-s">
      Sent on <time datetime="${flag.raisedAt.toISOString()}">${dateAndTime(flag.raisedAt)}</time>
    </p>
    ${
      flag.settleAddress !== undefined &&
      html`<form action="${flag.settleAddress}" method="post" novalidate>
        ${csrfField(csrfToken)}
        ${button({
          html: html`Done<span class="govuk-visually-hidden">: ${flag.label}</span>`,
          classes: 'govuk-button--secondary app-entry__button',
          preventDoubleClick: true,
        })}
      </form>`
    }`

const settledDetails = (flags: readonly SettledFlag[]): Html =>
  details({
    summaryText: `Settled (${flags.length})`,
    html: html`<ul class="govuk-list">
      ${flags.map((flag) => html`<li class="app-entry">${settledEntry(flag)}</li>`)}
    </ul>`,
  })

const settledEntry = (flag: SettledFlag): Html =>
  html`<h3 class="govuk-heading-s app-entry__heading">${flag.label}</h3>
    <p class="govuk-body app-entry__sent">${flag.text}</p>
    <p class="govuk-body-s">
      Settled on
      <time datetime="${flag.settledAt.toISOString()}">${dateAndTime(flag.settledAt)}</time
      >${flag.settledBy !== undefined && ` by ${flag.settledBy}`}
    </p>`
