import { adminForm } from '#web/admin/admin-form.ts'
import { dateField, emptyForm } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'

/** The key that is to be given another secret, or to be revoked. */
export type NamedKey = { readonly name: string; readonly address: string }

/** The page on which a key is given a new secret. */
export const rotateKeyView: FormView<NamedKey> = ({ name, address }, form) =>
  adminForm(
    {
      caption: 'API keys',
      heading: `New secret for ${name}`,
      back: { href: address, text: `Back to ${name}` },
      submit: 'Make a new secret',
      before: html`<p class="govuk-body">
        The key stays as it is and gets a new secret. The present secret can go on working until a
        day of your choice, so that the program is not interrupted. If somebody else has learnt the
        secret, leave the day empty: then it stops at once.
      </p>`,
      fields: dateField(
        { name: 'Until', label: 'Last day of the present secret (optional)' },
        form,
      ),
    },
    form,
  )

const form = emptyForm('/admin/api-keys/3/rotate')

/** Examples of the page, by what they show. */
export const rotateKeyExamples: Examples<FormView<NamedKey>> = {
  'a day that is behind': [
    { name: 'Website <forms>', address: '/admin/api-keys/3' },
    {
      ...form,
      typed: { Until: '2/4/2021' },
      flaws: [
        {
          parameter: 'Until',
          kind: 'invalid',
          message: 'Last day of the present secret must be today or later',
        },
      ],
    },
  ],
}
