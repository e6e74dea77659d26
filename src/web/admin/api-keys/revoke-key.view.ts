import { warningText } from '#web/components/warning-text.ts'
import { adminForm } from '#web/admin/admin-form.ts'
import { emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'

/** The key that is about to be revoked. */
export type Revoking = {
  readonly name: string
  readonly address: string
  readonly lastUsed: string
}

/** Asks before a key is revoked. */
export const revokeKeyView: FormView<Revoking> = ({ name, address, lastUsed }, form) =>
  adminForm(
    {
      caption: 'API keys',
      heading: `Revoke the key ${name}`,
      back: { href: address, text: `Back to ${name}` },
      submit: 'Revoke the key',
      isWarning: true,
      before: html`${warningText({
          text: 'The program is refused from now on. A revoked key never works again.',
          iconFallbackText: 'Warning',
        })}
        <p class="govuk-body">Last used: ${lastUsed}.</p>`,
      fields: undefined,
    },
    form,
  )

/** Examples of the page, by what they show. */
export const revokeKeyExamples: Examples<FormView<Revoking>> = {
  'before it is revoked': [
    {
      name: 'Website <forms>',
      address: '/admin/api-keys/3',
      lastUsed: '2 April 2031 at 9:05am',
    },
    emptyForm('/admin/api-keys/3/revoke'),
  ],
}
