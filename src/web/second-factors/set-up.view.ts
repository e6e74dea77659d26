import { button } from '#web/components/button.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField, flawSummary, formTitle } from '#web/layout/form-page.ts'
import type { Form } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { carriedFields } from '#web/sign-in/onward.ts'
import type { Carried } from '#web/sign-in/onward.ts'
import { secondFactorAddress } from '#web/sign-in/second-factor-address.ts'
import { passkeyForm, passkeyName } from '#web/passkeys/passkey-form.ts'

/** What somebody is shown who must have a second factor and has none. */
export type FirstFactor = Pick<Form, 'csrfToken' | 'flaws'> & {
  readonly carried: Carried
  /** Are passkeys good at the address at which the page is? */
  readonly isOffered: boolean
}

/** The page on which somebody sets up their first second factor while they sign in. */
export const setUpView = ({ csrfToken, flaws, carried, isOffered }: FirstFactor): Page => ({
  title: formTitle('Set up a second factor', { flaws }),
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary({ flaws })}
      <h1 class="govuk-heading-l">Set up a second factor</h1>
      <p class="govuk-body">
        Your organisation asks for more than a password, so that nobody who learns yours can sign in
        as you. You do this once.
      </p>
      ${
        isOffered &&
        html`<h2 class="govuk-heading-m">A passkey</h2>
          <p class="govuk-body">
            It stays on your device, phone or security key, which asks for your finger, face or PIN.
            It needs JavaScript.
          </p>
          ${passkeyForm({
            action: `${secondFactorAddress}/new-passkey`,
            text: 'Set up a passkey',
            csrfToken,
            carried,
            fields: passkeyName(),
          })}`
      }
      <h2 class="govuk-heading-m">An authenticator app</h2>
      <p class="govuk-body">An app on your phone shows a new code each half minute.</p>
      <form action="${secondFactorAddress}/app" method="post" novalidate>
        ${csrfField(csrfToken)} ${carriedFields(carried)}
        ${button({ text: 'Set up an authenticator app', preventDoubleClick: true })}
      </form>
    </div>
  </div>`,
})

/** Examples of the page, by what they show. */
export const setUpExamples: Examples<typeof setUpView> = {
  'somebody who signs in for the first time': [
    { csrfToken: 'example', flaws: [], carried: { next: '/' }, isOffered: true },
  ],
}
