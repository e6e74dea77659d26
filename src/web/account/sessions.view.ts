import { button } from '#web/components/button.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { tag } from '#web/components/tag.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField } from '#web/layout/form-page.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dateAndTime } from '#web/layout/times.ts'

/** A session as it is shown. */
export type ShownSession = {
  readonly device: string
  /** How it was opened, and by whom where sessions of several people are shown. */
  readonly said: string
  readonly createdAt: Date
  readonly lastUsedAt: Date
  readonly isThis: boolean
  /** Where it is ended; one's own is ended by signing out. */
  readonly endAddress: string | undefined
}

/** What a page of sessions shows. */
export type Sessions = {
  readonly heading: string
  readonly sessions: readonly ShownSession[]
  readonly banner: string | undefined
  readonly csrfToken: string
}

/** A page of sessions that are open. */
export const sessionsView: View<Sessions> = ({ heading, sessions, banner, csrfToken }) => ({
  title: heading,
  back: { href: '/account', text: 'Back to your account' },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${banner !== undefined && notificationBanner({ text: banner, type: 'success' })}
      <h1 class="govuk-heading-l">${heading}</h1>
      <p class="govuk-body">
        A session ends after half an hour in which it is not used, and after twelve hours in any
        case. If you do not know one of them, end it and change the password.
      </p>
      <ul class="govuk-list">
        ${sessions.map((each) => html`<li class="app-entry">${entry(each, csrfToken)}</li>`)}
      </ul>
    </div>
  </div>`,
})

const entry = (session: ShownSession, csrfToken: string): Html =>
  html`<h2 class="govuk-heading-s app-entry__heading">
      ${session.device} ${session.isThis && tag({ text: 'This session' })}
    </h2>
    <p class="govuk-body">
      ${session.said}<br />
      Started ${time(session.createdAt)}, last used ${time(session.lastUsedAt)}
    </p>
    ${session.endAddress !== undefined && ending(session, csrfToken)}`

const time = (at: Date): Html =>
  html`<time datetime="${at.toISOString()}">${dateAndTime(at)}</time>`

const ending = ({ endAddress, device, createdAt }: ShownSession, csrfToken: string): Html =>
  html`<form action="${endAddress}" method="post" novalidate>
    ${csrfField(csrfToken)}
    ${button({
      html: html`End session<span class="govuk-visually-hidden">
          of ${device}, started ${dateAndTime(createdAt)}</span
        >`,
      classes: 'govuk-button--secondary',
      preventDoubleClick: true,
    })}
  </form>`

const session: ShownSession = {
  device: 'Firefox on Windows',
  said: 'Signed in with a password',
  createdAt: new Date('2026-05-05T08:30:00Z'),
  lastUsedAt: new Date('2026-05-05T09:10:00Z'),
  isThis: true,
  endAddress: undefined,
}

/** Examples of the page, by what they show. */
export const sessionsExamples: Examples<typeof sessionsView> = {
  'two sessions': [
    {
      heading: 'Where you are signed in',
      sessions: [
        session,
        {
          ...session,
          device: 'Safari on an iPhone',
          said: 'Okafor, Ife <iokafor>, signed in with a link',
          isThis: false,
          endAddress: '/account/sessions/12/end',
        },
      ],
      banner: 'Session ended',
      csrfToken: 'example',
    },
  ],
}
