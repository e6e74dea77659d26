import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  type ServerMetadata,
} from 'openid-client'
import { failed } from '#platform/files/fetch-outcome.ts'
import type { GuardOptions } from '#platform/files/host-guard.ts'
import { guardedCall, isLoopback, type Errand } from './guarded-call.ts'
import { trouble, troubleOf, Unfit, type ProviderTrouble } from './provider-trouble.ts'

/** A provider as an organisation has named it, and as what we are known there. */
export interface NamedProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string | undefined
}

/** Who may be asked, and how long one errand may take, in milliseconds. */
export interface ProviderReach extends GuardOptions {
  readonly timeLimit: number
}

/** What is sent with somebody to the provider, to be known again. */
export interface Visit {
  readonly redirectAddress: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** What the provider says of somebody. */
export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string }

/** What came of an errand to the provider. */
export type Came<T> = ({ readonly kind: 'done' } & T) | ProviderTrouble

/** The address at which somebody signs in with the provider (OpenID Connect Core 1.0, 3.1.2; PKCE by RFC 7636). */
export const wayToProvider = (
  named: NamedProvider,
  reach: ProviderReach,
  { scopes, visit }: { readonly scopes: string; readonly visit: Visit },
): Promise<Came<{ readonly address: string }>> =>
  errand(reach, async (within) => {
    const provider = await readProvider(named, within)
    const { redirectAddress, state, nonce, verifier } = visit
    const address = buildAuthorizationUrl(provider, {
      redirect_uri: redirectAddress,
      scope: scopes,
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    return { address: address.href }
  })

/** Who has come back from the provider: the ID token is checked with its signature, then what else is told of them is read. */
export const whoCameBack = (
  named: NamedProvider,
  reach: ProviderReach,
  { answer, visit }: { readonly answer: URLSearchParams; readonly visit: Visit },
): Promise<Came<{ readonly claims: Claims }>> =>
  errand(reach, async (within) => {
    const provider = await readProvider(named, within)
    enableNonRepudiationChecks(provider)
    const address = new URL(visit.redirectAddress)
    address.search = answer.toString()
    const tokens = await authorizationCodeGrant(provider, address, {
      expectedState: visit.state,
      expectedNonce: visit.nonce,
      pkceCodeVerifier: visit.verifier,
      idTokenExpected: true,
    })
    const token = tokens.claims()
    if (!token) throw new TypeError('no ID token')
    const told = provider.serverMetadata().userinfo_endpoint
      ? await fetchUserInfo(provider, tokens.access_token, token.sub)
      : {}
    return { claims: { ...told, ...token } }
  })

/** The address at which somebody signs out with the provider (RP-Initiated Logout 1.0); none where it names none. */
export const wayOutOfProvider = (
  named: NamedProvider,
  reach: ProviderReach,
  returnAddress: string,
): Promise<Came<{ readonly address: string | undefined }>> =>
  errand(reach, async (within) => {
    const provider = await readProvider(named, within)
    if (!provider.serverMetadata().end_session_endpoint) return { address: undefined }
    const parameters = { post_logout_redirect_uri: returnAddress }
    return { address: buildEndSessionUrl(provider, parameters).href }
  })

/** Reads how the provider describes itself, and nothing else: to try whether it can be used. */
export const tryProvider = (named: NamedProvider, reach: ProviderReach): Promise<Came<object>> =>
  errand(reach, async (within) => {
    await readProvider(named, within)
    return {}
  })

/** Does something with the provider within the time limit; gives what was wrong where the provider is at fault. */
async function errand<T>(
  { timeLimit, ...guard }: ProviderReach,
  work: (within: Errand) => Promise<T>,
): Promise<Came<T>> {
  const controller = new AbortController()
  const seconds = Math.ceil(timeLimit / 1000)
  const tooSlow = failed(
    'too slow',
    `The provider did not answer within ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
  )
  const timer = setTimeout(() => controller.abort(tooSlow), timeLimit)
  try {
    return { kind: 'done', ...(await work({ ...guard, signal: controller.signal })) }
  } catch (error) {
    return troubleOf(error)
  } finally {
    clearTimeout(timer)
  }
}

async function readProvider(named: NamedProvider, within: Errand): Promise<Configuration> {
  const issuer = new URL(named.issuer)
  const isLocal = isLoopback(issuer.hostname.replace(/^\[(.*)\]$/, '$1'))
  const execute = isLocal ? [allowInsecureRequests] : []
  const call = guardedCall(within)
  const described = await discovery(issuer, named.clientId, undefined, None(), {
    execute,
    [customFetch]: call,
  })
  const metadata = described.serverMetadata()
  const lacking = lackingIn(named.issuer, metadata)
  if (lacking) throw new Unfit(lacking)
  const provider = new Configuration(
    metadata,
    named.clientId,
    { id_token_signed_response_alg: signatureOf(metadata) },
    authenticationFor(named, metadata),
  )
  provider[customFetch] = call
  if (isLocal) allowInsecureRequests(provider)
  return provider
}

const bare = (address: string): string => address.replace(/\/$/, '')

// The library lets the directory of one tenant stand in for that of another; nothing but the issuer entered is one.
function lackingIn(issuer: string, metadata: ServerMetadata): ProviderTrouble | undefined {
  if (bare(metadata.issuer) !== bare(issuer))
    return trouble(
      'other issuer',
      `The provider calls itself ${metadata.issuer}: enter exactly that as the issuer, if it is the one you mean.`,
    )
  const missing = (['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const).find(
    (name) => typeof metadata[name] !== 'string',
  )
  return missing === undefined
    ? undefined
    : trouble('incomplete', `The provider does not say where its ${missing} is.`)
}

const asymmetric = /^((RS|PS|ES)(256|384|512)|EdDSA|Ed25519)$/

/** The kind of signature that its tokens have: RS256 where it can, as every provider must. */
function signatureOf({ id_token_signing_alg_values_supported: all = [] }: ServerMetadata): string {
  const named = Array.isArray(all) ? all.filter((each) => asymmetric.test(String(each))) : []
  return named.includes('RS256') ? 'RS256' : (named[0] ?? 'RS256')
}

function authenticationFor({ clientSecret }: NamedProvider, metadata: ServerMetadata) {
  if (clientSecret === undefined) return None()
  const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  return methods.includes('client_secret_basic')
    ? ClientSecretBasic(clientSecret)
    : ClientSecretPost(clientSecret)
}
