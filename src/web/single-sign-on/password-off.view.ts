import type { Examples } from '#web/layout/examples.ts'
import { html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { messagePage } from '#web/layout/message-page.ts'

/** Where people of the organisation sign in instead, and with what. */
export type PasswordOff = { readonly label: string; readonly signInAddress: string }

/** The page for somebody who comes with a password where none is used. */
export const passwordOffView = ({ label, signInAddress }: PasswordOff): Page =>
  messagePage(
    'Passwords are not used here',
    `Your organisation signs in with ${label} only.`,
    html`<a class="govuk-link" href="${signInAddress}">Go to the page to sign in</a>. If that fails,
      your administrator can make you a sign-in link.`,
  )

/** Examples of the page, by what they show. */
export const passwordOffExamples: Examples<typeof passwordOffView> = {
  'only the provider': [{ label: 'North <Council>', signInAddress: '/sign-in/example' }],
}
