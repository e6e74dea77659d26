import { warningText } from '#web/components/warning-text.ts'
import type { Examples } from '#web/layout/examples.ts'
import { html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { onwardButton } from '#web/sign-in/onward.ts'
import type { Onward } from '#web/sign-in/onward.ts'

/** New recovery codes, and where to go on. */
export type RecoveryCodes = { readonly codes: readonly string[]; readonly onward: Onward }

/** The page that shows new recovery codes, once. */
export const recoveryCodesView = ({ codes, onward }: RecoveryCodes): Page => ({
  title: 'Your recovery codes',
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <h1 class="govuk-heading-l">Your recovery codes</h1>
      <p class="govuk-body">
        If you lose your phone or your passkey, you can sign in with your password and one of these.
        Each is good once.
      </p>
      ${warningText({
        text: 'Print this page or write the codes down now, and keep them where nobody else finds them. They are not shown again.',
      })}
      <ul class="govuk-list app-recovery-codes">
        ${codes.map((code) => html`<li><code class="app-code">${code}</code></li>`)}
      </ul>
      <p class="govuk-body">Codes that you had before are good no more.</p>
      ${onwardButton(onward)}
    </div>
  </div>`,
})

/** Examples of the page, by what they show. */
export const recoveryCodesExamples: Examples<typeof recoveryCodesView> = {
  'three codes': [
    {
      codes: ['abcd-2345-efgh-6789', 'jkmn-2345-pqrs-6789', 'tuvw-2345-xyza-6789'],
      onward: { address: '/', csrfToken: 'example', typed: undefined },
    },
  ],
}
