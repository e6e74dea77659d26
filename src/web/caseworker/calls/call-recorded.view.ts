import { panel } from '#web/components/panel.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { callAddress } from './addresses.ts'

/** A call that has been recorded. */
export type CallRecorded = { readonly caseNumber: string; readonly caseAddress: string }

/** The page that shows the reference to read out. */
export const callRecordedView: View<CallRecorded> = ({ caseNumber, caseAddress }) => ({
  title: `Call recorded: case ${caseNumber}`,
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${panel({
        titleText: 'Call recorded',
        html: html`The reference to read out<br /><strong>${caseNumber}</strong>`,
      })}
      <ul class="govuk-list">
        <li><a class="govuk-link" href="${caseAddress}">Open case ${caseNumber}</a></li>
        <li><a class="govuk-link" href="${callAddress}">Record another call</a></li>
      </ul>
    </div>
  </div>`,
})

/** Examples of the page, by what they show. */
export const callRecordedExamples: Examples<View<CallRecorded>> = {
  'a call that was recorded': [{ caseNumber: '1001', caseAddress: '/cases/1001' }],
}
