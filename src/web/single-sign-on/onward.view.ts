import type { Examples } from '#web/layout/examples.ts'
import { html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { messagePage } from '#web/layout/message-page.ts'

/** Where the reader is taken, and for what. */
export type Onward = {
  readonly address: string
  readonly label: string
  readonly errand: 'sign in' | 'sign out'
}

const said = {
  'sign in': 'You sign in there and come back here.',
  'sign out': 'You are signed out here. Now you sign out there.',
} as const

// Forms may lead nowhere else (Content-Security-Policy), so a page stands between them and the provider.
/** The page that leads on to the provider; the browser goes on by itself. */
export const onwardView = ({ address, label, errand }: Onward): Page =>
  messagePage(
    `Going on to ${label}`,
    said[errand],
    html`<a class="govuk-link" href="${address}">Go on to ${label}</a> if nothing happens.`,
  )

/** Examples of the page, by what they show. */
export const onwardExamples: Examples<typeof onwardView> = {
  'on the way to sign in': [
    { address: 'https://login.north.example/a?b=c&d', label: 'North <Council>', errand: 'sign in' },
  ],
}
