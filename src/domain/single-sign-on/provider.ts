import { seal, SealBroken, unseal } from '#platform/sealed-box.ts'
import type { NamedProvider } from '#platform/identity-provider/identity-provider.ts'
import type { ProviderAccess } from '#platform/outside.ts'

/** A group at the provider, and the role that its people have here. */
export interface GroupRole {
  readonly group: string
  readonly role: string
}

/** The provider that an organisation trusts, and what follows from what it says. */
export interface Provider {
  readonly isOn: boolean
  /** What people call it. */
  readonly label: string
  readonly issuer: string
  readonly clientId: string
  /** Sealed; absent where there is none. */
  readonly clientSecret: Buffer | null
  readonly scopes: string
  /** The claim that holds the groups; a path with points where it lies within another. */
  readonly groupsClaim: string
  /** In order: the first that fits counts. */
  readonly groupRoles: readonly GroupRole[]
  /** Are people let in who are not known yet, if a group gives them a role? */
  readonly admitsUnknown: boolean
  /** May people sign in with a password or a passkey beside it? */
  readonly admitsOtherWays: boolean
}

/** Whose secret it is: with another issuer or client it must be entered again, so that it goes to nobody else. */
type Bound = Pick<Provider, 'issuer' | 'clientId'> & { readonly organisationId: number }

const boundTo = ({ organisationId, issuer, clientId }: Bound): string =>
  JSON.stringify(['sign-in provider', organisationId, issuer, clientId])

/** Seals a client secret for storage. */
export const sealClientSecret = (
  { sealingKey }: ProviderAccess,
  bound: Bound,
  secret: string,
): Buffer => seal(sealingKey, secret, boundTo(bound))

/** What the provider is called with; undefined where the secret kept cannot be opened any more. */
export function namedProvider(
  { sealingKey }: ProviderAccess,
  organisationId: number,
  { issuer, clientId, clientSecret }: Provider,
): NamedProvider | undefined {
  if (clientSecret === null) return { issuer, clientId, clientSecret: undefined }
  try {
    const context = boundTo({ organisationId, issuer, clientId })
    return { issuer, clientId, clientSecret: unseal(sealingKey, clientSecret, context).toString() }
  } catch (error) {
    if (error instanceof SealBroken) return undefined
    throw error
  }
}

const path = (organisation: string): string =>
  `/sign-in/${encodeURIComponent(organisation)}/single-sign-on`

/** Where somebody begins to sign in with the provider of an organisation, below the address of the server. */
export const beginPath = path

/** Where the provider sends people back to: the address that it must know. */
export const redirectAddress = ({ siteAddress }: ProviderAccess, organisation: string): string =>
  `${siteAddress}${path(organisation)}/answer`

/** Where the provider sends people after they have signed out there. */
export const signedOutAddress = ({ siteAddress }: ProviderAccess, organisation: string): string =>
  `${siteAddress}/sign-in/${encodeURIComponent(organisation)}`
