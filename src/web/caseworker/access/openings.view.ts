import { notificationBanner } from '#web/components/notification-banner.ts'
import { table } from '#web/components/table.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { dateAndTime } from '#web/layout/times.ts'

/** The confidential cases that somebody has opened in an emergency, and where to ask for one. */
export type Openings = {
  readonly openings: readonly {
    readonly caseNumber: string
    readonly address: string
    readonly reason: string
    readonly until: Date | undefined
  }[]
  readonly askAddress: string | undefined
  readonly banner: string | undefined
}

/** The page of the confidential cases that the reader has opened in an emergency. */
export const openingsView: View<Openings> = ({ openings, askAddress, banner }) => ({
  title: 'Confidential cases opened in an emergency',
  back: { href: '/', text: 'Back to casework' },
  content: html`${banner !== undefined && notificationBanner({ text: banner, type: 'success' })}
    <h1 class="govuk-heading-l">Confidential cases opened in an emergency</h1>
    ${
      openings.length === 0
        ? html`<p class="govuk-body">You have not opened any case that is still open to you.</p>`
        : table({
            head: [{ text: 'Case' }, { text: 'Open to you until' }, { text: 'Why' }],
            rows: openings.map(({ caseNumber, address, until, reason }) => [
              { html: html`<a class="govuk-link" href="${address}">Case ${caseNumber}</a>` },
              { text: until ? dateAndTime(until) : '' },
              { html: html`<span class="app-answer">${reason}</span>` },
            ]),
          })
    }
    ${
      askAddress === undefined
        ? html`<p class="govuk-body">
            Your organisation does not let anybody open a confidential case this way. Ask a manager.
          </p>`
        : html`<p class="govuk-body"><a class="govuk-link" href="${askAddress}">Open a case</a></p>`
    }`,
})

/** Examples of the page, by what they show. */
export const openingsExamples: Examples<View<Openings>> = {
  'a case that was opened': [
    {
      openings: [
        {
          caseNumber: '1031',
          address: '/cases/1031',
          reason: 'The customer is at the <desk>',
          until: new Date('2026-08-06T13:05:00Z'),
        },
      ],
      askAddress: '/break-glass/new',
      banner: 'Case opened to you for 24 hours',
    },
  ],
  none: [{ openings: [], askAddress: '/break-glass/new', banner: undefined }],
  'an organisation that does not allow it': [
    { openings: [], askAddress: undefined, banner: undefined },
  ],
}
