import type { Flaw } from '#kernel/refusal.ts'
import { button } from '#web/components/button.ts'
import { insetText } from '#web/components/inset-text.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { warningText } from '#web/components/warning-text.ts'
import { csrfField, flawSummary, formTitle } from '#web/layout/form-page.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dateAndTime } from '#web/layout/times.ts'
import { drawList } from '#web/lists/draw-list.ts'
import type { ListAddress } from '#web/lists/list-address.ts'
import { entryList } from './entry-list.ts'
import type { ShownEntry } from './entry-list.ts'
import type { ChainInWords } from './chain-in-words.ts'

export { auditExamples } from './audit-examples.ts'

/** What the page of the audit shows. */
export type Audit = {
  readonly at: ListAddress
  readonly rows: readonly ShownEntry[]
  readonly next: string | undefined
  /** How far back was looked, where there are older entries that may fit. */
  readonly lookedBackTo: Date | undefined
  readonly flaws: readonly Flaw[]
  readonly chain: ChainInWords
  readonly exportAddress: string
  readonly verifyAddress: string
  readonly banner: string | undefined
  readonly csrfToken: string
}

/** The page of the audit. */
export const auditView: View<Audit> = (model) => ({
  title: formTitle('Audit', model),
  isWide: true,
  back: { href: '/admin', text: 'Back to administration' },
  content: html`${
      model.banner !== undefined && notificationBanner({ text: model.banner, type: 'success' })
    }
    ${flawSummary(model)}
    <h1 class="govuk-heading-l">Audit</h1>
    <p class="govuk-body">
      Who did or saw what, and how it ended. Entries about a case that you may not know of are not
      shown to you. Nobody can alter an entry here.
    </p>
    ${chainPart(model)}
    ${
      model.rows.length > 0 &&
      html`<p class="govuk-body">
        <a class="govuk-link" href="${model.exportAddress}">Download these entries (CSV)</a>
      </p>`
    }
    ${model.lookedBackTo && reachPart(model.lookedBackTo)} ${drawList(entryList(model), model.at)}`,
})

const reachPart = (lookedBackTo: Date): Html =>
  insetText({
    text: `Entries back to ${dateAndTime(lookedBackTo)} were looked through. The next page looks further back; with a day in “From”, all since then are looked through at once.`,
  })

const chainPart = ({ chain, verifyAddress, csrfToken }: Audit): Html =>
  html`<h2 class="govuk-heading-m">Is it whole?</h2>
    ${chain.isBroken ? brokenPart(chain) : html`<p class="govuk-body app-answer">${chain.standing}</p>`}
    ${
      chain.isChecking
        ? html`<p class="govuk-body">
            It is being checked now. Open this page again in a moment to see the result.
          </p>`
        : html`<form action="${verifyAddress}" method="post" novalidate>
            ${csrfField(csrfToken)}
            ${button({
              text: 'Check the chain now',
              classes: 'govuk-button--secondary',
              preventDoubleClick: true,
            })}
          </form>`
    }`

const brokenPart = ({ standing, breaks }: ChainInWords): Html =>
  html`${warningText({ text: standing, iconFallbackText: 'Warning' })}
    <ul class="govuk-list govuk-list--bullet">
      ${breaks.map((each) => html`<li>${each}</li>`)}
    </ul>`
