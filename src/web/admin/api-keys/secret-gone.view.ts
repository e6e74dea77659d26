import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'

/** Says that a secret cannot be shown any more, and what to do. */
export const secretGoneView: View<{ readonly address: string }> = ({ address }) => ({
  title: 'The secret cannot be shown again',
  back: { href: address, text: 'Back to the key' },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <h1 class="govuk-heading-l">The secret cannot be shown again</h1>
      <p class="govuk-body">
        It was shown already, was made more than an hour ago, or was made by somebody else. If
        nobody has kept it, <a class="govuk-link" href="${address}/rotate">make a new secret</a>.
      </p>
    </div>
  </div>`,
})

/** Examples of the page, by what they show. */
export const secretGoneExamples: Examples<typeof secretGoneView> = {
  'asked for twice': [{ address: '/admin/api-keys/3' }],
}
