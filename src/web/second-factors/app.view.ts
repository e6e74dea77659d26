import { button } from '#web/components/button.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField, flawSummary, formTitle } from '#web/layout/form-page.ts'
import type { Form } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { carriedFields } from '#web/sign-in/onward.ts'
import type { Carried } from '#web/sign-in/onward.ts'
import { codeField } from './code-field.ts'
import { qrCode } from './qr-code.ts'

/** An authenticator app that is being set up. */
export type AppSetUp = Pick<Form, 'csrfToken' | 'flaws' | 'action'> & {
  /** What the QR code says. */
  readonly address: string
  /** The same, for typing. */
  readonly secret: string
  readonly challenge: string
  readonly carried: Carried
  readonly back: { readonly href: string; readonly text: string }
}

/** The page on which an authenticator app is shown its secret, and gives its first code. */
export const appView = (model: AppSetUp): Page => ({
  title: formTitle('Set up an authenticator app', model),
  back: model.back,
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(model)}
      <h1 class="govuk-heading-l">Set up an authenticator app</h1>
      <p class="govuk-body">Scan this code with an authenticator app on your phone.</p>
      ${qrCode(model.address, 'QR code for the app; the key below says the same')}
      <p class="govuk-body">
        If you cannot scan it, type this key into the app:<br />
        <code class="app-code">${inGroups(model.secret)}</code>
      </p>
      <form action="${model.action}" method="post" novalidate>
        ${csrfField(model.csrfToken)} ${carriedFields(model.carried)}
        <input type="hidden" name="challenge" value="${model.challenge}" />
        ${codeField('Code', model)} ${button({ text: 'Set up', preventDoubleClick: true })}
      </form>
    </div>
  </div>`,
})

const inGroups = (secret: string): string => (secret.match(/.{1,4}/g) ?? []).join(' ')

/** Examples of the page, by what they show. */
export const appExamples: Examples<typeof appView> = {
  'a wrong code': [
    {
      csrfToken: 'example',
      action: '/account/second-factors/app/confirm',
      address: 'otpauth://totp/Example%20Council:ife?secret=GEZDGNBVGY3TQOJQ',
      secret: 'GEZDGNBVGY3TQOJQ',
      challenge: 'example',
      carried: { next: '/cases/1001/notes/new', kept: '{"Notes":"Rang <her>"}' },
      back: { href: '/account/second-factors', text: 'Back to second factors' },
      flaws: [{ parameter: 'code', kind: 'invalid', message: 'The code is not right' }],
    },
  ],
}
