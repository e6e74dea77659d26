import { BlockList, isIP, isIPv6, SocketAddress } from 'node:net'

/** A set of addresses: single ones and ranges. */
export interface AddressList {
  includes(address: string): boolean
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
export function bareAddress(text: string): string | undefined {
  const address = text.split('%', 1)[0] ?? ''
  if (isIP(address) !== 6) return isIP(address) === 4 ? address : undefined
  const spelt = new SocketAddress({ address, family: 'ipv6' }).address
  return spelt.startsWith('::ffff:') && spelt.includes('.') ? spelt.slice('::ffff:'.length) : spelt
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4'
}
