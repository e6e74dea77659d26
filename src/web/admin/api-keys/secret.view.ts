import { button } from '#web/components/button.ts'
import { input } from '#web/components/input.ts'
import { warningText } from '#web/components/warning-text.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'

/** A key with its secret, as it is shown once. */
export type ShownSecret = {
  readonly name: string
  readonly key: string
  readonly secret: string
  readonly address: string
}

/** The page that shows a secret, once. */
export const secretView: View<ShownSecret> = ({ name, key, secret, address }) => ({
  title: `Secret of ${name}`,
  back: { href: address, text: `Back to ${name}` },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <span class="govuk-caption-l">API keys</span>
      <h1 class="govuk-heading-l">Secret of ${name}</h1>
      ${warningText({
        text: 'Copy the secret now and keep it safe. It is never shown again.',
        iconFallbackText: 'Warning',
      })}
      ${copied('key', 'Key', key)} ${copied('secret', 'Secret', secret)}
      <p class="govuk-body">
        If it is lost, give the key a new secret. Whoever has the secret may read and change every
        case of the organisation.
      </p>
      ${button({ text: 'I have copied it', href: address })}
    </div>
  </div>`,
})

const copied = (id: string, label: string, value: string) =>
  input({
    id,
    name: id,
    label: { text: label, classes: 'govuk-label--s' },
    value,
    spellcheck: false,
    autocomplete: 'off',
    attributes: { readonly: true },
  })

/** Examples of the page, by what they show. */
export const secretExamples: Examples<View<ShownSecret>> = {
  'a new secret': [
    {
      name: 'Website <forms>',
      key: '0f3a1c5d7e9b2468ace013579',
      secret: '13579bdf02468ace13579bdf0',
      address: '/admin/api-keys/3',
    },
  ],
}
