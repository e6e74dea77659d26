import { notificationBanner } from '#web/components/notification-banner.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'

/** What the page of one's own account shows. */
export type Account = {
  readonly name: string
  readonly organisation: string
  readonly mayManage: boolean
  readonly banner: string | undefined
}

/** The page of one's own account: what there is to change about signing in. */
export const accountView: View<Account> = ({ name, organisation, mayManage, banner }) => ({
  title: 'Your account',
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${banner !== undefined && notificationBanner({ text: banner, type: 'success' })}
      <h1 class="govuk-heading-l">Your account</h1>
      <p class="govuk-body">You are ${name} of ${organisation}.</p>
      <ul class="govuk-list">
        <li><a class="govuk-link" href="/account/password">Change your password</a></li>
        <li>
          <a class="govuk-link" href="/account/second-factors">Your second factors</a>
        </li>
        <li><a class="govuk-link" href="/account/sessions">Where you are signed in</a></li>
        ${mayManage && html`<li><a class="govuk-link" href="/sessions">Who is signed in</a></li>`}
      </ul>
    </div>
  </div>`,
})

/** Examples of the page, by what they show. */
export const accountExamples: Examples<typeof accountView> = {
  'an administrator': [
    { name: 'Okafor, Ife', organisation: 'North', mayManage: true, banner: undefined },
  ],
  'a password that was changed': [
    { name: 'Okafor, Ife', organisation: 'North', mayManage: false, banner: 'Password changed' },
  ],
}
