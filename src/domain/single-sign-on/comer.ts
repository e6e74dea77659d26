import type { Claims } from '#platform/identity-provider/identity-provider.ts'

/** Somebody who comes from the provider, by what it says of them. */
export interface Comer {
  readonly subject: string
  /** The e-mail address, where the provider vouches for it. */
  readonly email: string | undefined
  readonly fullName: string
  readonly groups: readonly string[]
  /** Does the provider say that they gave no more than a password? */
  readonly isWeak: boolean
}

/** Reads what the provider says of somebody. */
export const readComer = (
  claims: Claims,
  { issuer, groupsClaim }: { readonly issuer: string; readonly groupsClaim: string },
): Comer => {
  const email = vouchedFor(claims, issuer)
  return {
    subject: claims.sub,
    email,
    fullName: nameIn(claims) ?? email ?? claims.sub,
    groups: groupsIn(claims, groupsClaim),
    isWeak: isWeak(claims),
  }
}

const textIn = (claims: Claims, name: string): string | undefined => {
  const value = claims[name]
  if (typeof value !== 'string') return undefined
  const text = value
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 200)
  return text === '' ? undefined : text
}

const addressLike = /^[^\s@]+@[^\s@]+$/

// Entra ID says it in a claim of its own: the owner of the address's domain is known to the tenant.
function vouchedFor(claims: Claims, issuer: string): string | undefined {
  const email = textIn(claims, 'email')
  const isEntra = issuer.startsWith('https://login.microsoftonline.com/')
  const isVerified =
    claims['email_verified'] === true ||
    (isEntra && ['true', '1'].includes(String(claims['xms_edov'])))
  return isVerified && email !== undefined && addressLike.test(email) ? email : undefined
}

/** As names of people are written here: the family name first. */
function nameIn(claims: Claims): string | undefined {
  const [family, given] = [textIn(claims, 'family_name'), textIn(claims, 'given_name')]
  return family && given ? `${family}, ${given}` : textIn(claims, 'name')
}

/** The claim of that name, which may hold points itself, or the one that lies where the points lead. */
function groupsIn(claims: Claims, name: string): readonly string[] {
  const found = Object.hasOwn(claims, name)
    ? claims[name]
    : name.split('.').reduce<unknown>(within, claims)
  const all = Array.isArray(found) ? found : [found]
  return all.filter((each): each is string => typeof each === 'string' && !/\p{Cc}/u.test(each))
}

const within = (held: unknown, name: string): unknown =>
  typeof held === 'object' && held !== null && Object.hasOwn(held, name)
    ? (held as Record<string, unknown>)[name]
    : undefined

// RFC 8176, and the names that Entra ID and others give: what shows more than that somebody knows a password
const beyondPassword = new Set(
  `mfa mca otp hwk swk sc pop fpt face iris retina vbm sms tel wia fido rsa ngcmfa phr phrh`.split(
    ' ',
  ),
)

// OpenID Connect Core 1.0, 2 ("0"), and the classes of SAML 2.0 that mean a password
const passwordClasses = /^(0|pwd|password|urn:.*:classes:(Password|PasswordProtectedTransport))$/i

/** `amr` says how somebody signed in, else `acr` how surely; a provider that gives neither is trusted. */
function isWeak(claims: Claims): boolean {
  const { amr, acr } = claims as { readonly amr?: unknown; readonly acr?: unknown }
  if (Array.isArray(amr) && amr.length > 0)
    return !amr.some((each) => beyondPassword.has(String(each).toLowerCase()))
  return typeof acr === 'string' && passwordClasses.test(acr)
}
