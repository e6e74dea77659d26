import { button } from '#web/components/button.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { table } from '#web/components/table.ts'
import { tag } from '#web/components/tag.ts'
import { wide } from '#web/admin/admin-form.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { apiKeysAddress } from './addresses.ts'

/** A key as the list shows it. */
export type KeyLine = {
  readonly name: string
  readonly key: string
  readonly address: string
  readonly places: string
  readonly ways: string
  /** Such as "6 July 2031 at 2:05pm", or "Never". */
  readonly lastUsed: string
  readonly isRevoked: boolean
}

/** All keys, and what the page before has left to say. */
export type KeyList = { readonly keys: readonly KeyLine[]; readonly banner: string | undefined }

/** The page of all API keys. */
export const apiKeysView: View<KeyList> = ({ keys, banner }) => ({
  title: 'API keys',
  isWide: true,
  back: { href: '/admin', text: 'Back to administration' },
  content: html`${banner !== undefined && notificationBanner({ text: banner, type: 'success' })}
    <h1 class="govuk-heading-l">API keys</h1>
    <p class="govuk-body">
      Programs that call the interface, such as a website with forms, sign in with a key. Make one
      for each program, so that each can be seen and stopped by itself.
      <a class="govuk-link" href="/docs/api">What programs can call</a>
    </p>
    ${button({ text: 'Make an API key', href: `${apiKeysAddress}/new` })}
    ${keys.length > 0 && wide('API keys', table({ caption: 'Keys', captionClasses: 'govuk-table__caption--m', head, rows: keys.map(rowOf), firstCellIsHeader: true }))}
    ${keys.length === 0 && html`<p class="govuk-body">There is no key yet. No program can call the interface until one is made.</p>`}`,
})

const head = ['Name', 'Works from', 'Signs in by', 'Last used'].map((text) => ({ text }))

const rowOf = ({ name, key, address, places, ways, lastUsed, isRevoked }: KeyLine) => [
  {
    html: html`<a class="govuk-link" href="${address}">${name}</a>
      ${isRevoked && tag({ text: 'Revoked', classes: 'govuk-tag--grey' })}
      <span class="app-list__minor">${key}</span>`,
  },
  { text: places },
  { text: ways },
  { text: lastUsed },
]

const line: KeyLine = {
  name: 'Website <forms>',
  key: '0f3a1c5d7e9b2468ace013579',
  address: '/admin/api-keys/3',
  places: '203.0.113.0/24',
  ways: 'Signed calls and tokens',
  lastUsed: '2 April 2031 at 9:05am',
  isRevoked: false,
}

/** Examples of the page, by what they show. */
export const apiKeysExamples: Examples<View<KeyList>> = {
  'keys, one of them revoked': [
    {
      keys: [line, { ...line, name: 'Telephone system', lastUsed: 'Never', isRevoked: true }],
      banner: 'API key revoked: it works no longer',
    },
  ],
}
