import type { Examples } from '#web/layout/examples.ts'
import { html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { messagePage } from '#web/layout/message-page.ts'

/** The page for a one-time link that was used before, is too old, or never was one. */
export const linkLapsedView = (): Page =>
  messagePage(
    'This link has been used or has lapsed',
    'You are not signed in.',
    html`<a class="govuk-link" href="/sign-in">Sign in with your password</a>, or ask for another
      link: there you can also ask for a new password, and your administrator can make a sign-in
      link.`,
  )

/** Examples of the page, by what they show. */
export const linkLapsedExamples: Examples<typeof linkLapsedView> = { 'a link of yesterday': [] }
