import { button } from '#web/components/button.ts'
import { insetText } from '#web/components/inset-text.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { summaryList } from '#web/components/summary-list.ts'
import { table } from '#web/components/table.ts'
import { warningText } from '#web/components/warning-text.ts'
import { rowButton, wide } from '#web/admin/admin-form.ts'
import { longText } from '#web/forms/case-form.ts'
import type { Known } from '#web/forms/case-form.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField } from '#web/layout/form-page.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { singleSignOnAddress } from './provider-addresses.ts'

/** The provider as it is shown: never with its secret. */
export type ShownProvider = {
  readonly isOn: boolean
  readonly known: readonly Known[]
  /** What the last test came to, and when that was. */
  readonly tested: { readonly at: string; readonly trouble: string | undefined } | undefined
}

/** Somebody who signs in with the provider. */
export type LinkedPerson = {
  readonly name: string
  /** The role that a group gives them, if one does. */
  readonly role: string
  readonly linked: string
  readonly lastUsed: string
  readonly unlinkAddress: string
}

/** What the page of single sign-on shows. */
export type SingleSignOn = {
  readonly provider: ShownProvider | undefined
  readonly addresses: { readonly redirectAddress: string; readonly signedOutAddress: string }
  readonly people: readonly LinkedPerson[]
  readonly banner: string | undefined
  readonly csrfToken: string
}

/** The page of single sign-on. */
export const singleSignOnView: View<SingleSignOn> = (model) => ({
  title: 'Single sign-on',
  back: { href: '/admin', text: 'Back to administration' },
  content: html`${
      model.banner !== undefined && notificationBanner({ text: model.banner, type: 'success' })
    }
    <h1 class="govuk-heading-l">Single sign-on</h1>
    <p class="govuk-body">
      People sign in with the account that your organisation has given them, by OpenID Connect.
    </p>
    ${addressesPart(model)}
    ${model.provider ? providerPart(model.provider, model.csrfToken) : setUpPart}
    ${model.people.length > 0 && peoplePart(model)}`,
})

const addressesPart = ({ addresses }: SingleSignOn): Html =>
  html`<h2 class="govuk-heading-m">What the provider must know</h2>
    <p class="govuk-body">Copy these addresses into its settings, letter for letter.</p>
    ${summaryList({
      rows: [
        { key: { text: 'Redirect address' }, value: address(addresses.redirectAddress) },
        {
          key: { text: 'Address after signing out' },
          value: address(addresses.signedOutAddress),
        },
      ],
    })}`

const address = (text: string) => ({ html: html`<code>${text}</code>` })

const setUpPart = html`<p class="govuk-body">Nothing has been set up yet.</p>
  ${button({ text: 'Set up single sign-on', href: `${singleSignOnAddress}/edit` })}`

const providerPart = ({ known, tested }: ShownProvider, csrfToken: string): Html =>
  html`<h2 class="govuk-heading-m">The provider</h2>
    ${summaryList({
      rows: known.map(({ what, text }) => ({ key: { text: what }, value: longText(text) })),
    })}
    ${button({
      text: 'Change the settings',
      href: `${singleSignOnAddress}/edit`,
      classes: 'govuk-button--secondary',
    })}
    <h2 class="govuk-heading-m">The connection</h2>
    ${testedPart(tested)}
    <form action="${singleSignOnAddress}/test" method="post" novalidate>
      ${csrfField(csrfToken)} ${button({ text: 'Test the connection', preventDoubleClick: true })}
    </form>`

const testedPart = (tested: ShownProvider['tested']): Html => {
  if (!tested) return insetText({ text: 'Not tested since the settings were saved.' })
  const { at, trouble } = tested
  return trouble === undefined
    ? insetText({
        text: `Tested ${at}: the provider describes itself as it should. Whether it accepts the client id and secret shows when you sign in with it.`,
      })
    : warningText({ text: `Tested ${at}: ${trouble}`, iconFallbackText: 'Warning' })
}

const peoplePart = ({ people, csrfToken }: SingleSignOn): Html =>
  html`<h2 class="govuk-heading-m">Who signs in with it</h2>
    ${wide(
      'Who signs in with it',
      table({
        firstCellIsHeader: true,
        head: [
          { text: 'Person' },
          { text: 'Role by group' },
          { text: 'Linked' },
          { text: 'Last signed in' },
          { html: html`<span class="govuk-visually-hidden">What can be done</span>` },
        ],
        rows: people.map((each) => [
          { text: each.name },
          { text: each.role },
          { text: each.linked },
          { text: each.lastUsed },
          {
            html: rowButton(
              { address: each.unlinkAddress, text: 'Unlink', about: each.name },
              csrfToken,
            ),
          },
        ]),
      }),
    )}`

const addresses = {
  redirectAddress: 'https://cases.north.example/sign-in/north/single-sign-on/answer',
  signedOutAddress: 'https://cases.north.example/sign-in/north',
}

/** Examples of the page, by what they show. */
export const singleSignOnExamples: Examples<View<SingleSignOn>> = {
  'nothing set up': [
    { provider: undefined, addresses, people: [], banner: undefined, csrfToken: 'example' },
  ],
  'a provider in use that failed its test': [
    {
      provider: {
        isOn: true,
        known: [{ what: 'Groups and roles', text: 'staff = case worker\nleads = <manager>' }],
        tested: {
          at: '2 February 2026 at 10:00am',
          trouble: 'login.north.example could not be reached, or ended the connection.',
        },
      },
      addresses,
      people: [
        {
          name: 'Okafor, Ife',
          role: 'manager',
          linked: '2 February 2026 at 9:00am',
          lastUsed: '3 February 2026 at 9:00am',
          unlinkAddress: '/admin/single-sign-on/unlink/okafor',
        },
      ],
      banner: 'Connection tested: see below what came of it',
      csrfToken: 'example',
    },
  ],
}
