import { button } from '#web/components/button.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { tag } from '#web/components/tag.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField } from '#web/layout/form-page.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dateAndTime } from '#web/layout/times.ts'

/** A notice as it is shown. */
export type ShownNotice = {
  /** What the link is called, and where it leads. */
  readonly name: string
  readonly address: string
  readonly text: string
  readonly createdAt: Date
  readonly isSeen: boolean
}

/** What the page of notices shows; there is nowhere to send the button where nothing is new. */
export type ShownNotices = {
  readonly notices: readonly ShownNotice[]
  readonly seenAddress: string | undefined
  readonly banner: string | undefined
  readonly csrfToken: string
}

/** The page of what somebody is told of their work. */
export const noticesView: View<ShownNotices> = ({ notices, seenAddress, banner, csrfToken }) => ({
  title: 'Notices',
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${banner !== undefined && notificationBanner({ text: banner, type: 'success' })}
      <h1 class="govuk-heading-l">Notices</h1>
      ${
        notices.length > 0
          ? html`<ul class="govuk-list">
              ${notices.map((notice) => html`<li class="app-entry">${entry(notice)}</li>`)}
            </ul>`
          : html`<p class="govuk-body">
              There are no notices. You are told here when a deadline of your work comes near, and
              when a case is given to you, an answer returned to you or waiting for you to clear it,
              or when a colleague mentions you in a note.
            </p>`
      }
      ${seenAddress !== undefined && seenButton(seenAddress, csrfToken)}
    </div>
  </div>`,
})

const entry = ({ name, address, text, createdAt, isSeen }: ShownNotice): Html =>
  html`<h2 class="govuk-heading-s app-entry__heading">
      <a class="govuk-link" href="${address}">${name}</a>
      ${!isSeen && tag({ text: 'New' })}
    </h2>
    <p class="govuk-body">${text}</p>
    <p class="govuk-body-s">
      <time datetime="${createdAt.toISOString()}">${dateAndTime(createdAt)}</time>
    </p>`

const seenButton = (address: string, csrfToken: string): Html =>
  html`<form action="${address}" method="post" novalidate>
    ${csrfField(csrfToken)}
    ${button({
      text: 'Mark all as seen',
      classes: 'govuk-button--secondary',
      preventDoubleClick: true,
    })}
  </form>`

const notice: ShownNotice = {
  name: 'Case 1001, Complaint',
  address: '/cases/1001',
  text: 'Full response is due on 6 July 2026',
  createdAt: new Date('2026-07-06T09:30:00Z'),
  isSeen: false,
}
const nothing = { notices: [], seenAddress: undefined, banner: undefined, csrfToken: 'example' }

/** Examples of the page, by what they show. */
export const noticesExamples: Examples<typeof noticesView> = {
  'new notices and old': [
    {
      ...nothing,
      notices: [
        notice,
        {
          ...notice,
          name: 'Answers of case 1002, <Enquiry>',
          address: '/cases/1002/answers',
          text: '<b>Works</b> was due on 30 June 2026 and is late; the case has been moved to you or your team',
          isSeen: true,
        },
      ],
      seenAddress: '/notices/2/seen',
    },
  ],
  'all seen': [{ ...nothing, notices: [{ ...notice, isSeen: true }], banner: 'Marked as seen' }],
  'no notices': [nothing],
}
