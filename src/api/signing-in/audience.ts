import { bareHost } from '#api/addresses/address.ts'
import { readFormText } from '#api/reading/form-text.ts'

/** Where a token was asked for: what the `aud` of an assertion may name. */
export interface Audience {
  readonly account: string
  /** The host of the request itself. */
  readonly host: string
  /** The domain suffixes of the installation. */
  readonly suffixes: readonly string[]
  /** Further hosts under which the installation is known. */
  readonly hosts: readonly string[]
}

/** Tells whether the `aud` of an assertion names a token address of the account (contract 3.3). */
export function isAudienceAccepted(aud: unknown, audience: Audience): boolean {
  if (aud === undefined || aud === null) return true
  const named: unknown[] = Array.isArray(aud) ? aud : [aud]
  return named.some((url) => typeof url === 'string' && isTokenAddress(url, audience))
}

function isTokenAddress(url: string, audience: Audience): boolean {
  const [address = '', ...queries] = withoutScheme(url.trim()).split('?')
  const slash = address.indexOf('/')
  if (slash === -1 || queries.length > 1) return false
  return (
    acceptedHosts(audience).has(bareHost(address.slice(0, slash))) &&
    isTokenPath(address.slice(slash).toLowerCase(), audience.account) &&
    isOnlyAccount(queries[0] ?? '', audience.account)
  )
}

function withoutScheme(url: string): string {
  const lower = url.toLowerCase()
  const scheme = ['https://', 'http://'].find((start) => lower.startsWith(start)) ?? ''
  return url.slice(scheme.length)
}

function acceptedHosts({ account, host, suffixes, hosts }: Audience): Set<string> {
  const labels = ['uat', 'uatportal', account, `${account}reports`, `${account}portal`]
  const named = suffixes.flatMap((suffix) => labels.map((label) => `${label}.${suffix}`))
  return new Set([host, ...hosts, ...named].map(bareHost))
}

function isTokenPath(path: string, account: string): boolean {
  const bare = path.endsWith('/') ? path.slice(0, -1) : path
  return bare === '/token' || bare === `/services/${account}/token`
}

function isOnlyAccount(query: string, account: string): boolean {
  return readFormText(query).every(
    ({ name, value }) => name.toLowerCase() === 'db' && value.toLowerCase() === account,
  )
}
