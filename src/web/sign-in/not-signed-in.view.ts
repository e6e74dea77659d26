import type { Examples } from '#web/layout/examples.ts'
import { html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { messagePage } from '#web/layout/message-page.ts'

/** The page for somebody without a session. */
export const notSignedInView = (): Page =>
  messagePage(
    'You are not signed in',
    'To see this page you need to sign in.',
    ...howToSignIn,
    withoutSigningIn,
  )

/** How to come by a link to sign in with. */
export const howToSignIn = [
  'Ask your administrator for a sign-in link. A link works once, within ten minutes of being made.',
  html`Administrators make one on the server, in the folder of the program:
    <code>npm run --silent casewright -- user sign-in-link EMAIL --organisation NAME</code>`,
] as const

/** What is there for everybody. */
export const withoutSigningIn = html`<a class="govuk-link" href="/calculator"
    >Work out a deadline</a
  >
  without signing in.`

/** Examples of the page, by what they show. */
export const notSignedInExamples: Examples<typeof notSignedInView> = { 'no session': [] }
