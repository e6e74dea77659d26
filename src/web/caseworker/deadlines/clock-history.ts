import { tag } from '#web/components/tag.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dateAndTime } from '#web/layout/times.ts'

/** Something that was recorded of a clock: what, why, by whom and when. */
export type HistoryEntry = {
  readonly what: string
  readonly reason: string | undefined
  readonly by: string
  readonly at: Date
  /** Who withdrew it, when and why. */
  readonly withdrawn: string | undefined
  readonly withdrawAddress: string | undefined
}

/** What the page of a case shows of its clock: what may be done to it, and what was. */
export type ShownClock = {
  readonly recordAddress: string | undefined
  readonly correctAddress: string | undefined
  readonly history: readonly HistoryEntry[]
}

/** The ways to change what dates are counted from, and what has been recorded so far. */
export const clockPart = ({ recordAddress, correctAddress, history }: ShownClock): Html =>
  html`${ways([
    { href: recordAddress, text: 'Record what happened' },
    { href: correctAddress, text: 'Correct the receipt' },
  ])}
  ${history.length > 0 && list(history)}`

const ways = (all: readonly { readonly href: string | undefined; readonly text: string }[]): Html =>
  html`${all.map(
    ({ href, text }) =>
      href !== undefined &&
      html`<p class="govuk-body"><a class="govuk-link" href="${href}">${text}</a></p>`,
  )}`

const list = (history: readonly HistoryEntry[]): Html =>
  html`<h3 class="govuk-heading-s">What was recorded of the clock</h3>
    <ol class="govuk-list">
      ${history.map((each) => html`<li class="app-entry">${entry(each)}</li>`)}
    </ol>`

const entry = ({ what, reason, by, at, withdrawn, withdrawAddress }: HistoryEntry): Html =>
  html`<p class="govuk-body app-entry__text">
      ${withdrawn !== undefined && tag({ text: 'Withdrawn', classes: 'govuk-tag--grey' })} ${what}
    </p>
    <p class="govuk-body-s app-entry__text">
      ${by}, <time datetime="${at.toISOString()}">${dateAndTime(at)}</time>
    </p>
    ${reason !== undefined && html`<p class="govuk-body-s app-entry__text">${reason}</p>`}
    ${withdrawn !== undefined && html`<p class="govuk-body-s app-entry__text">${withdrawn}</p>`}
    ${
      withdrawAddress !== undefined &&
      html`<p class="govuk-body-s">
        <a class="govuk-link" href="${withdrawAddress}"
          >Withdraw<span class="govuk-visually-hidden"> ${what}</span></a
        >
      </p>`
    }`
