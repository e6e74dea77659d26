import { button } from '#web/components/button.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { table } from '#web/components/table.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField } from '#web/layout/form-page.ts'
import type { View, Visit } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { queueAddress } from './addresses.ts'

/** What the page shows of several cases; there is nowhere to undo what was undone. */
export type BulkChange = Pick<Visit, 'banner' | 'csrfToken'> & {
  /** What was done to them, such as “Cases assigned”. */
  readonly heading: string
  readonly lines: readonly {
    readonly caseNumber: string
    readonly address: string | undefined
    readonly result: string
  }[]
  readonly undoAddress: string | undefined
}

/** The page that says what became of each of several cases, and undoes it. */
export const bulkChangeView: View<BulkChange> = ({
  heading,
  banner,
  csrfToken,
  lines,
  undoAddress,
}) => ({
  title: heading,
  back: { href: queueAddress, text: 'Back to the queue' },
  content: html`${banner !== undefined && notificationBanner({ text: banner, type: 'success' })}
    <h1 class="govuk-heading-l">${heading}</h1>
    ${table({
      caption: 'What became of each case',
      head: [{ text: 'Case' }, { text: 'What became of it' }],
      firstCellIsHeader: true,
      rows: lines.map(({ caseNumber, address, result }) => [
        {
          html:
            address === undefined
              ? html`${caseNumber}`
              : html`<a class="govuk-link" href="${address}">${caseNumber}</a>`,
        },
        { text: result, classes: 'app-list__what' },
      ]),
    })}
    ${undoAddress !== undefined && undo(undoAddress, csrfToken)}`,
})

const undo = (address: string, csrfToken: string): Html =>
  html`<form action="${address}" method="post" novalidate>
    ${csrfField(csrfToken)}
    ${button({ text: 'Undo', classes: 'govuk-button--secondary', preventDoubleClick: true })}
  </form>`

const lines: BulkChange['lines'] = [
  { caseNumber: '1001', address: '/cases/1001', result: 'Assigned to Okafor, Ife' },
  { caseNumber: '1002', address: undefined, result: 'Not assigned: there is no such case' },
]

/** Examples of the page, by what they show. */
export const bulkChangeExamples: Examples<View<BulkChange>> = {
  'what can be undone': [
    {
      heading: 'Cases assigned',
      banner: 'This is what became of each case',
      csrfToken: 'example',
      lines,
      undoAddress: '/queues/changes/7/undo',
    },
  ],
  'what was undone': [
    {
      heading: 'Cases tagged',
      banner: undefined,
      csrfToken: 'example',
      lines,
      undoAddress: undefined,
    },
  ],
}
