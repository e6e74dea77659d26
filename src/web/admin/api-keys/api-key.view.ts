import { button } from '#web/components/button.ts'
import { insetText } from '#web/components/inset-text.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { summaryList } from '#web/components/summary-list.ts'
import { tag } from '#web/components/tag.ts'
import { warningText } from '#web/components/warning-text.ts'
import { wide } from '#web/admin/admin-form.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField } from '#web/layout/form-page.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { apiKeysAddress } from './addresses.ts'
import { usesTable, type Uses } from './uses-table.ts'

/** A key as its page shows it. */
export type ShownKey = {
  readonly name: string
  readonly address: string
  readonly isRevoked: boolean
  readonly known: readonly { readonly what: string; readonly text: string }[]
  /** The address of whoever looks, where a call from it would be refused. */
  readonly refusedFrom: string | undefined
  /** Said where signed calls are switched off for the whole organisation though this key may sign. */
  readonly isSigningOff: boolean
  readonly isSecretWaiting: boolean
  readonly days: readonly Uses[]
  readonly banner: string | undefined
  readonly csrfToken: string
}

/** The page of a key. */
export const apiKeyView: View<ShownKey> = (model) => ({
  title: `${model.name}: API keys`,
  back: { href: apiKeysAddress, text: 'Back to API keys' },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${model.banner !== undefined && notificationBanner({ text: model.banner, type: 'success' })}
      <span class="govuk-caption-l">API keys</span>
      <h1 class="govuk-heading-l">
        ${model.name} ${model.isRevoked && tag({ text: 'Revoked', classes: 'govuk-tag--grey' })}
      </h1>
      ${model.isSecretWaiting && secretPart(model)} ${warnings(model)}
      ${summaryList({
        rows: model.known.map(({ what, text }) => ({ key: { text: what }, value: { text } })),
      })}
      ${!model.isRevoked && ways(model)} ${wide('Calls', usesTable(model.days))}
      <p class="govuk-body">
        Counted within a minute. Refused are calls with a wrong signature, from an address that is
        not allowed, or with something in them that is not right.
      </p>
    </div>
  </div>`,
})

const secretPart = ({ address, csrfToken }: ShownKey): Html =>
  insetText({
    html: html`<p class="govuk-body">
        The secret is ready. It can be shown to you once, within an hour of making it. Have the
        place open to which you will copy it.
      </p>
      <form action="${address}/secret" method="post" novalidate>
        ${csrfField(csrfToken)}
        ${button({ text: 'Show the secret once', preventDoubleClick: true })}
      </form>`,
  })

const warnings = ({ refusedFrom, isSigningOff }: ShownKey): Html =>
  html`${
    refusedFrom !== undefined &&
    warningText({
      text: `A call from your own address, ${refusedFrom}, would be refused: it is not among the allowed addresses.`,
      iconFallbackText: 'Warning',
    })
  }
  ${
    isSigningOff &&
    warningText({
      text: 'The settings of the organisation refuse every signed call at present, whatever this key may do.',
      iconFallbackText: 'Warning',
    })
  }`

const ways = ({ address }: ShownKey): Html =>
  html`<ul class="govuk-list">
    <li><a class="govuk-link" href="${address}/edit">Change name, ways or addresses</a></li>
    <li><a class="govuk-link" href="${address}/rotate">Make a new secret</a></li>
    <li><a class="govuk-link" href="${address}/revoke">Revoke</a></li>
  </ul>`

const shown: ShownKey = {
  name: 'Website <forms>',
  address: '/admin/api-keys/3',
  isRevoked: false,
  known: [
    { what: 'Key', text: '0f3a1c5d7e9b2468ace013579' },
    { what: 'Works from', text: '203.0.113.0/24' },
  ],
  refusedFrom: '192.0.2.44',
  isSigningOff: true,
  isSecretWaiting: true,
  days: [
    { day: '2 April 2031', answered: 40, refused: 2 },
    { day: '1 April 2031', answered: 0, refused: 0 },
  ],
  banner: 'API key made',
  csrfToken: 'example',
}

/** Examples of the page, by what they show. */
export const apiKeyExamples: Examples<View<ShownKey>> = {
  'a key that was just made': [shown],
}
