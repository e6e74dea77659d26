import {
  getSingleSignOn,
  setSingleSignOn,
  testSingleSignOn,
  unlinkIdentity,
} from '#domain/single-sign-on/index.ts'
import { formPage, showPage } from '#web/layout/form-page.ts'
import type { Action, AnyFormPage } from '#web/layout/form-page.ts'
import { dateAndTime } from '#web/layout/times.ts'
import { singleSignOnAddress, unlinkAddress } from './provider-addresses.ts'
import { providerFormView } from './provider-form.view.ts'
import { singleSignOnView } from './single-sign-on.view.ts'

type Found = Awaited<ReturnType<(typeof getSingleSignOn)['handle']>>
type Provider = NonNullable<Found['provider']>

/** The page of single sign-on: how it is set up, whether it works, and who signs in with it. */
export const singleSignOnPage = showPage({
  path: singleSignOnAddress,
  view: singleSignOnView,
  async show(ask, parts, { banner, csrfToken }) {
    const { provider, redirectAddress, signedOutAddress, identities } = await ask(
      getSingleSignOn,
      parts,
    )
    return {
      addresses: { redirectAddress, signedOutAddress },
      provider: provider && shownOf(provider),
      people: identities.map(({ userName, fullName, givenRole, linkedAt, lastUsedAt }) => ({
        name: fullName,
        role: givenRole ?? '',
        linked: dateAndTime(linkedAt),
        lastUsed: dateAndTime(lastUsedAt),
        unlinkAddress: unlinkAddress(userName),
      })),
      banner,
      csrfToken,
    }
  },
})

const yes = (isSo: boolean): string => (isSo ? 'Yes' : 'No')

const shownOf = (provider: Provider) => ({
  isOn: provider.isOn,
  known: [
    { what: 'People can sign in with it', text: yes(provider.isOn) },
    { what: 'Called', text: provider.label },
    { what: 'Issuer', text: provider.issuer },
    { what: 'Client id', text: provider.clientId },
    { what: 'Client secret', text: provider.hasSecret ? 'Kept; it is not shown again' : 'None' },
    { what: 'Scopes', text: provider.scopes },
    { what: 'Claim that holds the groups', text: provider.groupsClaim },
    {
      what: 'Groups and roles',
      text: provider.groupRoles || 'None: roles are given here only',
    },
    { what: 'New people are let in', text: yes(provider.admitsUnknown) },
    {
      what: 'People may also sign in with a password or a passkey',
      text: yes(provider.admitsOtherWays),
    },
  ],
  tested:
    provider.testedAt === null
      ? undefined
      : { at: dateAndTime(provider.testedAt), trouble: provider.trouble ?? undefined },
})

/** The page on which single sign-on is set up. */
export const providerFormPage = formPage({
  path: `${singleSignOnAddress}/edit`,
  view: providerFormView,
  operation: setSingleSignOn,
  async show(ask, parts) {
    const { provider, roles, redirectAddress } = await ask(getSingleSignOn, parts)
    return { stored: provider, roles, redirectAddress }
  },
  next: () => singleSignOnAddress,
  banner: 'Single sign-on saved. Test the connection, then sign in with it yourself',
})

/** The pages of single sign-on with forms. */
export const singleSignOnFormPages: readonly AnyFormPage[] = [providerFormPage]

/** The buttons on the page of single sign-on. */
export const singleSignOnActions: readonly Action[] = [
  {
    path: `${singleSignOnAddress}/test`,
    operation: testSingleSignOn,
    next: () => singleSignOnAddress,
    banner: () => 'Connection tested: see below what came of it',
  },
  {
    path: `${singleSignOnAddress}/unlink/:userName`,
    operation: unlinkIdentity,
    next: () => singleSignOnAddress,
    banner: () => 'Person unlinked: at their next visit they are linked by their e-mail address',
  },
]
