import { bareAddress, type AddressList } from '#platform/address-list.ts'

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
