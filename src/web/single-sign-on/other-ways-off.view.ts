import type { Examples } from '#web/layout/examples.ts'
import { html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { messagePage } from '#web/layout/message-page.ts'

/** Where people of the organisation sign in instead, and with what. */
export type OtherWaysOff = { readonly label: string; readonly signInAddress: string }

/** The page for somebody who comes with a password or a passkey where neither is used. */
export const otherWaysOffView = ({ label, signInAddress }: OtherWaysOff): Page =>
  messagePage(
    'Passwords and passkeys are not used here',
    `Your organisation signs in with ${label} only.`,
    html`<a class="govuk-link" href="${signInAddress}">Go to the page to sign in</a>. If that fails,
      your administrator can make you a sign-in link.`,
  )

/** Examples of the page, by what they show. */
export const otherWaysOffExamples: Examples<typeof otherWaysOffView> = {
  'only the provider': [{ label: 'North <Council>', signInAddress: '/sign-in/example' }],
}
