import type { Examples } from '#web/layout/examples.ts'
import { flawSummary, formTitle } from '#web/layout/form-page.ts'
import type { Form } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { passwordAgain } from '#web/second-factors/confirm.view.ts'
import { passkeyForm, passkeyName } from './passkey-form.ts'

/** What the page to add a passkey shows. */
export type NewPasskey = Pick<Form, 'csrfToken' | 'flaws'> & {
  /** Are passkeys good at the address at which the page is? */
  readonly isOffered: boolean
  /** The e-mail address of somebody who must give their password again. */
  readonly passwordOf: string | undefined
}

const ownFactors = '/account/second-factors'

/** The page on which somebody adds a passkey. */
export const newPasskeyView = (model: NewPasskey): Page => ({
  title: formTitle('Add a passkey', model),
  back: { href: ownFactors, text: 'Back to second factors' },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(model)}
      <h1 class="govuk-heading-l">Add a passkey</h1>
      <p class="govuk-body">
        A passkey stays on your device, phone or security key, which asks for your finger, face or
        PIN. With it you can also sign in without a password.
      </p>
      ${
        model.isOffered
          ? html`${passkeyForm({
                action: `${ownFactors}/new-passkey`,
                text: 'Add a passkey',
                csrfToken: model.csrfToken,
                carried: { next: ownFactors },
                fields: html`${passkeyName()} ${passwordAgain(model)}`,
              })}
              <noscript>
                <p class="govuk-body">
                  Passkeys need JavaScript, which your browser does not run here.
                </p>
              </noscript>`
          : html`<p class="govuk-body">
              Passkeys cannot be used at this address. Your administrator can say at which they can.
            </p>`
      }
    </div>
  </div>`,
})

/** Examples of the page, by what they show. */
export const newPasskeyExamples: Examples<typeof newPasskeyView> = {
  'a passkey that was not taken': [
    {
      csrfToken: 'example',
      isOffered: true,
      passwordOf: 'ife.okafor@north.example',
      flaws: [{ parameter: '', kind: 'invalid', message: 'The passkey was not taken' }],
    },
  ],
}
