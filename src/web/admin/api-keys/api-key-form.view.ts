import { radios } from '#web/components/radios.ts'
import { adminForm } from '#web/admin/admin-form.ts'
import { areaField, emptyForm, lineField } from '#web/forms/fields.ts'
import { withVersions } from '#web/layout/both-versions.ts'
import type { StoredForm } from '#web/layout/both-versions.ts'
import type { Examples } from '#web/layout/examples.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form, FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { apiKeysAddress } from './addresses.ts'

/** The form of a key; nothing is stored of one that is to be made. */
export type KeyForm = {
  readonly stored?: {
    readonly seen: string
    readonly name: string
    readonly address: string
    readonly ways: string
    readonly addresses: readonly string[]
  }
}

/** The page on which a key is made or changed. */
export const apiKeyFormView: FormView<KeyForm> = ({ stored }, given) => {
  const form = withVersions(given, storedOf(stored))
  return adminForm(
    {
      caption: 'API keys',
      heading: stored ? `Change the key ${stored.name}` : 'Make an API key',
      back: stored
        ? { href: stored.address, text: `Back to ${stored.name}` }
        : { href: apiKeysAddress, text: 'Back to API keys' },
      submit: stored ? 'Save' : 'Make the key',
      fields: html`${lineField(
        {
          name: 'Name',
          label: 'Name',
          hint: 'Which program it is for, such as Website. Histories of cases show it.',
          value: stored?.name,
        },
        form,
      )}
      ${waysField(stored?.ways, form)}
      ${areaField(
        {
          name: 'Addresses',
          label: 'Allowed addresses (optional)',
          hint: hintOf(form.from),
          value: stored?.addresses.join('\n'),
        },
        form,
      )}`,
    },
    form,
  )
}

const storedOf = (stored: KeyForm['stored']): StoredForm | undefined =>
  stored && {
    seen: stored.seen,
    fields: [
      { name: 'Name', label: 'Name', value: stored.name },
      { name: 'Ways', label: 'Ways of signing in', value: stored.ways, choices: waysIn },
      { name: 'Addresses', label: 'Allowed addresses', value: stored.addresses.join('\n') },
    ],
  }

const waysIn = [
  { value: 'both', text: 'Signed calls and tokens' },
  {
    value: 'signatures',
    text: 'Signed calls only',
    hint: { text: 'Each call carries the key and a signature.' },
  },
  {
    value: 'tokens',
    text: 'Tokens only',
    hint: { text: 'The program asks for a token, which is good for an hour. Safer.' },
  },
]

const waysField = (stored: string | undefined, form: Form): Html =>
  radios({
    name: 'Ways',
    fieldset: { legend: { text: 'Ways of signing in', classes: 'govuk-fieldset__legend--s' } },
    items: waysIn,
    value: form.typed['Ways'] ?? stored ?? 'both',
    errorMessage: messageOf(form, 'Ways'),
  })

const hintOf = (from: string | undefined): string =>
  [
    'One in each line: an address such as 192.0.2.10, or a network such as 192.0.2.0/24. Calls from elsewhere are refused. With none, the key works from anywhere.',
    from === undefined ? '' : ` Your own address now is ${from}.`,
  ].join('')

const form = emptyForm(`${apiKeysAddress}/new`)

/** Examples of the page, by what they show. */
export const apiKeyFormExamples: Examples<FormView<KeyForm>> = {
  'a key to change': [
    {
      stored: {
        seen: 'a',
        name: 'Website <forms>',
        address: '/admin/api-keys/3',
        ways: 'tokens',
        addresses: ['203.0.113.0/24', '2001:db8::/32'],
      },
    },
    { ...form, from: '192.0.2.44' },
  ],
  'addresses that are none': [
    {},
    {
      ...form,
      typed: { Addresses: '10.0.0', Ways: 'both' },
      flaws: [
        { parameter: 'Name', kind: 'missing', message: 'Enter name' },
        {
          parameter: 'Addresses',
          kind: 'invalid',
          message: 'Allowed addresses must be addresses or networks, which 10.0.0 is not',
        },
      ],
    },
  ],
}
