import { isIPv4, isIPv6 } from 'node:net'
import { domainToASCII } from 'node:url'

/** Where a document lies: the host in its one canonical spelling, the port, and the request target byte for byte. */
export interface WebAddress {
  readonly protocol: 'http:' | 'https:'
  readonly host: string
  readonly port: number
  readonly target: string
}

/** Why a text is not taken as the address of a document. */
export type AddressFlaw = 'not an address' | 'scheme' | 'credentials' | 'spelling'

const defaultPorts = { 'http:': 80, 'https:': 443 } as const

/**
 * Reads an http or https address without rewriting it (a signed query must arrive as it was written), or gives the flaw
 * for which it is refused: user and password, and every spelling of a host that different programs read differently.
 */
export function readWebAddress(text: string): WebAddress | AddressFlaw {
  const parts = partsOf(text.trim())
  if (!parts) return 'not an address'
  const protocol = parts.scheme
  if (protocol !== 'http:' && protocol !== 'https:') return 'scheme'
  if (parts.authority.includes('@')) return 'credentials'
  const place = readAuthority(parts.authority, defaultPorts[protocol])
  return place ? { protocol, ...place, target: encodeTarget(parts.rest) } : 'spelling'
}

function readAuthority(
  authority: string,
  usualPort: number,
): { host: string; port: number } | undefined {
  const [, name, digits] = /^(\[[^\]]*\]|[^:]*)(?::(\d{0,5}))?$/.exec(authority) ?? []
  const host = canonicalHost(name ?? '')
  const port = Number(digits || usualPort)
  return host !== undefined && port >= 1 && port <= 65_535 ? { host, port } : undefined
}

/** A fragment is never sent (RFC 9110, 7.1), so it is left out. */
function partsOf(text: string): { scheme: string; authority: string; rest: string } | undefined {
  // oxlint-disable-next-line no-control-regex
  if (/[\0-\x1f\x7f]/.test(text)) return undefined
  const found = /^([a-z][a-z0-9+.-]*:)\/\/([^/?#]+)([^#]*)/i.exec(text)
  if (!found) return undefined
  const [, scheme = '', authority = '', rest = ''] = found
  return { scheme: scheme.toLowerCase(), authority, rest }
}

/** Gives the one spelling of a host name or address (an IPv6 address without brackets), or undefined if it is doubtful. */
export function canonicalHost(written: string): string | undefined {
  const bracketed = /^\[(.*)\]$/.exec(written)?.[1]
  if (bracketed !== undefined) return canonicalIpv6(bracketed)
  // Of ASCII only letters, digits, dot, hyphen and underscore: browsers read "\" as "/" and decode "%".
  // oxlint-disable-next-line no-control-regex
  if (/[^a-z0-9._\x80-\u{10ffff}-]/iu.test(written)) return undefined
  const name = domainToASCII(written)
  // 2130706433, 0x7f.1 and 0177.0.0.1 are 127.0.0.1 to some resolvers, "127.0.0.1." and full-width digits to others.
  if (isIPv4(name)) return name === written ? name : undefined
  return isHostName(name) ? name : undefined
}

/** RFC 1123, 2.1, with the underscore that real hosts have; a last label that reads as a number makes it no name. */
function isHostName(name: string): boolean {
  const labels = name.split('.')
  const isNumeric = /^(\d+|0x[\da-f]*)$/.test(labels.at(-1) ?? '')
  return name.length <= 253 && !isNumeric && labels.every((it) => /^[a-z0-9_-]{1,63}$/.test(it))
}

function canonicalIpv6(written: string): string | undefined {
  if (!isIPv6(written) || written.includes('%')) return undefined
  return new URL(`http://[${written}]`).hostname.slice(1, -1)
}

/** Writes the target as it stands; only what HTTP cannot carry (spaces, letters beyond ASCII) is percent-encoded. */
function encodeTarget(rest: string): string {
  const target = rest.startsWith('/') ? rest : `/${rest}`
  return target.replace(/[^\x21-\x7e]+/gu, (letters) => encodeURIComponent(letters.toWellFormed()))
}

/** Finds where a redirect leads, taking an absolute address as it is written (RFC 9110, 10.2.2). */
export function resolveLocation(location: string, from: WebAddress): string {
  // Header values come as Latin-1; servers that send more than ASCII mean UTF-8.
  const written = Buffer.from(location, 'latin1').toString('utf8')
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(written)) return written
  const base = `${from.protocol}//${hostAndPort(from)}${from.target}`
  return URL.canParse(written, base) ? new URL(written, base).href : ''
}

/** Writes host and port as they stand in an address, the port only where it is not the usual one. */
export function hostAndPort({ protocol, host, port }: WebAddress): string {
  const name = isIPv6(host) ? `[${host}]` : host
  return port === defaultPorts[protocol] ? name : `${name}:${port}`
}
