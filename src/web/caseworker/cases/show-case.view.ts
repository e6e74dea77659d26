import { deadlinesPart } from '#web/caseworker/deadlines/shown-deadlines.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { summaryList } from '#web/components/summary-list.ts'
import { tag } from '#web/components/tag.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { detailsPart, peoplePart } from './case-details.ts'
import { waitingPart } from './case-waiting.ts'
import { documentsPart } from './case-documents.ts'
import { flagsPart } from './case-flags.ts'
import { notesPart } from './case-notes.ts'
import type { Banner, ShownCase } from './shown-case.ts'

export { showCaseExamples } from './show-case-examples.ts'

/** The page of a case. */
export const showCaseView: View<ShownCase> = (theCase) => ({
  title: `Case ${theCase.caseNumber}`,
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${theCase.banner && newsOf(theCase.banner)}
      ${theCase.attention.length > 0 && attentionBanner(theCase.attention)}
      <span class="govuk-caption-l">${theCase.type}</span>
      <h1 class="govuk-heading-l">Case ${theCase.caseNumber}</h1>
      ${theCase.isConfidential && confidentialMark} ${caseSummary(theCase)}
      ${deadlinesPart(theCase.deadlines, theCase.clock)} ${waitingPart(theCase.waiting)}
      ${waysOn(theCase)} ${detailsPart(theCase)} ${peoplePart(theCase)} ${flagsPart(theCase)}
      ${theCase.documents && documentsPart(theCase.documents, theCase.csrfToken)}
      ${notesPart(theCase)}
    </div>
  </div>`,
})

const newsOf = ({ text, isSuccess }: Banner): Html =>
  // an answer to what was just done is announced, good or not
  notificationBanner({ text, ...(isSuccess ? { type: 'success' } : { role: 'alert' }) })

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

const confidentialMark = html`<p class="govuk-body">
  ${tag({ text: 'Confidential', classes: 'govuk-tag--red' })}
</p>`

const caseSummary = (theCase: ShownCase): Html =>
  summaryList({
    rows: [
      { key: { text: 'Type' }, value: { text: theCase.type } },
      { key: { text: 'Status' }, value: { html: tag({ text: theCase.status }) } },
      optionalRow('Main party', theCase.mainParty),
      optionalRow('External reference', theCase.externalReference),
      optionalRow('Account reference', theCase.accountReference),
      row('Received', theCase.receivedOn),
      row('Target date', theCase.targetOn ?? 'None'),
      row('Team', theCase.team ?? 'None'),
      row('Owner', theCase.owner ?? 'Not assigned'),
      optionalRow('How it was assigned', theCase.assignedByRule),
    ],
  })

const waysOn = ({ progressAddress, assignAddress, ...theCase }: ShownCase): Html =>
  html`<ul class="govuk-list">
    ${wayOn(progressAddress, 'Progress, tasks and letters')}
    ${assignAddress !== undefined && wayOn(assignAddress, 'Assign this case')}
    ${wayOn(theCase.answersAddress, 'Answers and clearance')}
    ${wayOn(theCase.complaintAddress, 'Points and remedies')}
    ${wayOn(theCase.informationAddress, 'Request for information')}
    ${theCase.accessAddress !== undefined && wayOn(theCase.accessAddress, 'Who may see this case')}
  </ul>`

const wayOn = (address: string | undefined, text: string): Html | false =>
  address !== undefined && html`<li><a class="govuk-link" href="${address}">${text}</a></li>`

const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })

const optionalRow = (key: string, text: string | undefined) => text !== undefined && row(key, text)
