import { BlockList, isIP, isIPv6, SocketAddress } from 'node:net'

/** A set of addresses: single ones and ranges. */
export interface AddressList {
  includes(address: string): boolean
}

/** What a request says of where it comes from and what it wants to reach. */
export interface Arrival {
  readonly peer: string
  readonly protocol: 'http' | 'https'
  readonly host: string | undefined
  readonly forwardedFor: string | undefined
  readonly forwardedHost: string | undefined
  readonly forwardedProto: string | undefined
}

/** Where a request really comes from and what it wants to reach. */
export interface Caller {
  readonly address: string
  readonly protocol: 'http' | 'https'
  readonly host: string | undefined
}

/** The entries of an address list that are none, in words for whoever wrote them. */
export class UnreadableAddress extends Error {
  override readonly name = 'UnreadableAddress'
}

/** Reads IPv4, IPv6 and CIDR entries (contract 3.1 (3)); raises UnreadableAddress naming the bad ones. */
export function readAddressList(entries: readonly string[]): AddressList {
  const list = new BlockList()
  const bad = entries.filter((entry) => !addEntry(list, entry.trim()))
  if (bad.length > 0) throw new UnreadableAddress(`not an address or range: ${bad.join(', ')}`)
  return {
    includes: (address) => {
      const bare = bareAddress(address)
      return bare !== undefined && list.check(bare, familyOf(bare))
    },
  }
}

/** Finds the caller behind the proxies: only what a trusted peer says is believed (contract 1.1 (1)). */
export function callerOf(arrival: Arrival, trusted: AddressList): Caller {
  const { peer, protocol, host } = arrival
  if (!trusted.includes(peer)) return { address: bareAddress(peer) ?? peer, protocol, host }
  const proto = lastOf(arrival.forwardedProto).toLowerCase()
  return {
    address: forwardedAddress(peer, arrival.forwardedFor, trusted),
    protocol: proto === 'http' || proto === 'https' ? proto : protocol,
    host: lastOf(arrival.forwardedHost) || host,
  }
}

/** Walks from the nearest proxy outwards and stops at the first address that is not trusted or no address. */
function forwardedAddress(peer: string, forwardedFor = '', trusted: AddressList): string {
  let nearest = bareAddress(peer) ?? peer
  for (const hop of forwardedFor.split(',').reverse()) {
    const address = bareAddress(withoutPort(hop.trim()))
    if (address === undefined) return nearest
    nearest = address
    if (!trusted.includes(nearest)) return nearest
  }
  return nearest
}

/** The nearest proxy writes last; what stands before it may be anybody's. */
function lastOf(header = ''): string {
  return (header.split(',').at(-1) ?? '').trim()
}

function withoutPort(hop: string): string {
  if (hop.startsWith('[')) return hop.slice(1, hop.indexOf(']'))
  const [address = '', port, ...others] = hop.split(':')
  return port !== undefined && others.length === 0 ? address : hop
}

function addEntry(list: BlockList, entry: string): boolean {
  const [text = '', length, ...others] = entry.split('/')
  const address = bareAddress(text)
  if (address === undefined || others.length > 0) return false
  const family = familyOf(address)
  const prefix = length === undefined ? longest[family] : prefixLength(length, text, family)
  if (!(prefix >= 0 && prefix <= longest[family])) return false
  list.addSubnet(address, prefix, family)
  return true
}

const longest = { ipv4: 32, ipv6: 128 }

/** A range of IPv4-mapped addresses counts its bits from the start of IPv6. */
function prefixLength(length: string, text: string, family: 'ipv4' | 'ipv6'): number {
  const shift = family === 'ipv4' && isIPv6(text) ? mappedBits : 0
  return /^\d{1,3}$/.test(length) ? Number(length) - shift : Number.NaN
}

const mappedBits = 96

/** The address in its one spelling, an IPv4-mapped one as IPv4; undefined when it is none. */
function bareAddress(text: string): string | undefined {
  const address = text.split('%', 1)[0] ?? ''
  if (isIP(address) !== 6) return isIP(address) === 4 ? address : undefined
  const spelt = new SocketAddress({ address, family: 'ipv6' }).address
  return spelt.startsWith('::ffff:') && spelt.includes('.') ? spelt.slice('::ffff:'.length) : spelt
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4'
}
