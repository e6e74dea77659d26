import { button } from '#web/components/button.ts'
import { details } from '#web/components/details.ts'
import { input } from '#web/components/input.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField, flawSummary, formTitle, messageOf } from '#web/layout/form-page.ts'
import type { Form } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { carriedFields } from '#web/sign-in/onward.ts'
import type { Carried } from '#web/sign-in/onward.ts'
import { secondFactorAddress } from '#web/sign-in/second-factor-address.ts'
import { codeField } from './code-field.ts'
import { passkeyForm } from '#web/passkeys/passkey-form.ts'

/** What the step after the password shows: which factors its person has. */
export type Step = Pick<Form, 'csrfToken' | 'flaws'> & {
  readonly carried: Carried
  readonly hasApp: boolean
  /** Has the person passkeys, and are they good at this address? */
  readonly hasPasskey: boolean
}

/** The page on which somebody gives their second factor. */
export const stepView = (model: Step): Page => ({
  title: formTitle('Confirm that it is you', model),
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(model)}
      <h1 class="govuk-heading-l">Confirm that it is you</h1>
      ${model.hasPasskey && passkey(model)} ${model.hasApp && appForm(model)} ${recovery(model)}
      <p class="govuk-body">
        If you have none of these, ask your administrator to reset your second factors: on your page
        under Administration, People, or on the server with
        <code>casewright user reset-factors EMAIL --organisation NAME</code>.
      </p>
    </div>
  </div>`,
})

const passkey = ({ csrfToken, carried }: Step): Html =>
  passkeyForm({
    action: `${secondFactorAddress}/passkey`,
    text: 'Use your passkey',
    csrfToken,
    carried,
  })

const appForm = (model: Step): Html =>
  html`<form action="${secondFactorAddress}" method="post" novalidate>
    ${csrfField(model.csrfToken)} ${carriedFields(model.carried)}
    ${codeField('Code of your authenticator app', model)}
    ${button({ text: 'Continue', preventDoubleClick: true })}
  </form>`

const recovery = (model: Step): Html =>
  details({
    summaryText: 'Use a recovery code',
    open: messageOf(model, 'recoveryCode') !== undefined,
    html: html`<form action="${secondFactorAddress}/recovery" method="post" novalidate>
      ${csrfField(model.csrfToken)} ${carriedFields(model.carried)}
      ${input({
        name: 'recoveryCode',
        label: { text: 'Recovery code', classes: 'govuk-label--s' },
        hint: { text: 'One of those that you printed or wrote down. Each is good once.' },
        classes: 'govuk-input--width-20',
        errorMessage: messageOf(model, 'recoveryCode'),
        autocomplete: 'off',
        autocapitalize: 'none',
        spellcheck: false,
      })}
      ${button({ text: 'Use the code', preventDoubleClick: true })}
    </form>`,
  })

const first: Step = {
  csrfToken: 'example',
  flaws: [],
  carried: { next: '/' },
  hasApp: true,
  hasPasskey: true,
}

/** Examples of the page, by what they show. */
export const stepExamples: Examples<typeof stepView> = {
  'all ways, and a wrong recovery code': [
    {
      ...first,
      flaws: [{ parameter: 'recoveryCode', kind: 'invalid', message: 'The code is not right' }],
    },
  ],
}
