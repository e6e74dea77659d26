import type { Examples } from '#web/layout/examples.ts'
import { html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { messagePage } from '#web/layout/message-page.ts'

/** The page that says where a link was sent to, whether there is anybody of that address or not. */
export const resetAskedView = ({ signInAddress }: { readonly signInAddress: string }): Page =>
  messagePage(
    'Look into your mailbox',
    'If somebody signs in here with the address you gave, a link to set a new password is on its way to it. It works once, within 30 minutes.',
    'If nothing comes, look among unwanted mail, check the address, or ask your administrator.',
    html`<a class="govuk-link" href="${signInAddress}">Back to signing in</a>`,
  )

/** Examples of the page, by what they show. */
export const resetAskedExamples: Examples<typeof resetAskedView> = {
  'whoever asked': [{ signInAddress: '/sign-in/example' }],
}
