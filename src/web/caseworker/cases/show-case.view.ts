import { accountLink } from '#web/caseworker/accounts/account-link.ts'
import { deadlinesPart } from '#web/caseworker/deadlines/shown-deadlines.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { summaryList } from '#web/components/summary-list.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { happenings } from '#web/caseworker/timeline/shown-entry.ts'
import { mergingPart } from '#web/caseworker/merging/merging-part.ts'
import { flagsPart } from './case-flags.ts'
import { newsOf } from './case-news.ts'
import { waitingPart } from './case-waiting.ts'
import { nextPart } from './case-work.ts'
import type { ShownCase } from './shown-case.ts'

export { showCaseExamples } from './show-case-examples.ts'

/** The overview of a case. */
export const showCaseView: View<ShownCase> = (theCase) => ({
  title: `Case ${theCase.caseNumber}`,
  content: html`${theCase.banner && newsOf(theCase.banner)}
    ${theCase.attention.length > 0 && attentionBanner(theCase.attention)}
    <h1 class="govuk-heading-l">Case ${theCase.caseNumber}</h1>
    <div class="app-overview">
      <div class="app-overview__first">
        ${nextPart(theCase.next)} ${waitingPart(theCase.waiting)}
        ${deadlinesPart(theCase.deadlines, theCase.clock)}
      </div>
      <div class="app-overview__aside">
        ${waysOn(theCase)} ${caseSummary(theCase)} ${mergingPart(theCase.merges, theCase.csrfToken)}
      </div>
      <div class="app-overview__rest">${donePart(theCase)} ${flagsPart(theCase)}</div>
    </div>`,
})

const attentionBanner = (attention: ShownCase['attention']): Html =>
  notificationBanner({
    titleText: 'To be looked at',
    titleId: 'attention',
    html: html`<ul class="govuk-list app-attention">
      ${attention.map(
        ({ href, text }) =>
          html`<li>
            <a class="govuk-notification-banner__link" href="${href}">${text}</a>
          </li>`,
      )}
    </ul>`,
  })

const waysOn = ({ ways }: ShownCase): Html | false =>
  ways.length > 0 &&
  html`<nav aria-labelledby="ways">
    <h2 class="govuk-heading-m" id="ways">What you can do</h2>
    <ul class="govuk-list">
      ${ways.map(
        ({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`,
      )}
    </ul>
  </nav>`

const caseSummary = (theCase: ShownCase): Html =>
  html`<h2 class="govuk-heading-m">About this case</h2>
    ${summaryList({
      classes: 'app-overview__summary',
      rows: [
        optionalRow('External reference', theCase.externalReference),
        theCase.account && {
          key: { text: 'Account' },
          value: { html: accountLink(theCase.account) },
        },
        row('Received', theCase.receivedOn),
        optionalRow('Target date', theCase.targetOn),
        row('Team', theCase.team ?? 'None'),
        row('Owner', theCase.owner ?? 'Not assigned'),
        optionalRow('How it was assigned', theCase.assignedByRule),
        optionalRow('Tags', theCase.tags),
      ],
    })}`

const donePart = ({ done, timelineAddress }: ShownCase): Html =>
  html`<h2 class="govuk-heading-m">Done lately</h2>
    ${
      done.length === 0
        ? html`<p class="govuk-body">Nothing has happened yet.</p>`
        : happenings(done, { headingLevel: 3 })
    }
    <p class="govuk-body">
      <a class="govuk-link" href="${timelineAddress}">The whole timeline</a>
    </p>`

const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })

const optionalRow = (key: string, text: string | undefined) => text !== undefined && row(key, text)
