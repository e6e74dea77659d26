import { isIPv4, isIPv6 } from 'node:net'

// Where documents are never fetched from: the IANA special-purpose registries (RFC 6890, as they stand in 2025), address
// families that embed or relay to other addresses, and what is not assigned as global unicast. [range, words, source]
const specialIpv4 = [
  ['0.0.0.0/8', 'this network', 'RFC 791'],
  ['10.0.0.0/8', 'private', 'RFC 1918'],
  ['100.64.0.0/10', 'shared by a provider', 'RFC 6598'],
  ['127.0.0.0/8', 'loopback', 'RFC 1122'],
  ['168.63.129.16/32', 'a cloud platform’s own', 'Microsoft: What is IP address 168.63.129.16?'],
  ['169.254.0.0/16', 'link-local', 'RFC 3927'],
  ['172.16.0.0/12', 'private', 'RFC 1918'],
  ['192.0.0.0/24', 'for protocols', 'RFC 6890'],
  ['192.0.2.0/24', 'for documentation', 'RFC 5737'],
  ['192.31.196.0/24', 'for protocols', 'RFC 7535'],
  ['192.52.193.0/24', 'for protocols', 'RFC 7450'],
  ['192.88.99.0/24', 'a 6to4 relay', 'RFC 7526'],
  ['192.168.0.0/16', 'private', 'RFC 1918'],
  ['192.175.48.0/24', 'for protocols', 'RFC 7534'],
  ['198.18.0.0/15', 'for benchmarks', 'RFC 2544'],
  ['198.51.100.0/24', 'for documentation', 'RFC 5737'],
  ['203.0.113.0/24', 'for documentation', 'RFC 5737'],
  ['224.0.0.0/4', 'multicast', 'RFC 5771'],
  ['240.0.0.0/4', 'reserved', 'RFC 1112'],
] as const

const specialIpv6 = [
  ['::/128', 'unspecified', 'RFC 4291'],
  ['::1/128', 'loopback', 'RFC 4291'],
  ['::/96', 'an embedded IPv4 address', 'RFC 4291, 2.5.5.1'],
  ['::ffff:0:0/96', 'an embedded IPv4 address', 'RFC 4291, 2.5.5.2'],
  ['::ffff:0:0:0/96', 'an embedded IPv4 address', 'RFC 2765'],
  ['64:ff9b::/96', 'an embedded IPv4 address', 'RFC 6052'],
  ['64:ff9b:1::/48', 'an embedded IPv4 address', 'RFC 8215'],
  ['100::/64', 'for discarding', 'RFC 6666'],
  ['100:0:0:1::/64', 'for discarding', 'RFC 9780'],
  ['2001::/32', 'an embedded IPv4 address', 'RFC 4380'],
  ['2001:2::/48', 'for benchmarks', 'RFC 5180'],
  ['2001::/23', 'for protocols', 'RFC 2928'],
  ['2001:db8::/32', 'for documentation', 'RFC 3849'],
  ['2002::/16', 'an embedded IPv4 address', 'RFC 3056'],
  ['2620:4f:8000::/48', 'for protocols', 'RFC 7534'],
  ['3ffe::/16', 'given back', 'RFC 3701'],
  ['3fff::/20', 'for documentation', 'RFC 9637'],
  ['5f00::/16', 'for segment routing', 'RFC 9602'],
  ['fc00::/7', 'private', 'RFC 4193'],
  ['fe80::/10', 'link-local', 'RFC 4291'],
  ['fec0::/10', 'private', 'RFC 3879'],
  ['ff00::/8', 'multicast', 'RFC 4291'],
] as const

const globalUnicast = rangeOf('2000::/3')
const ipv4Ranges = specialIpv4.map(([range, words]) => ({ ...rangeOf(range), words }))
const ipv6Ranges = specialIpv6.map(([range, words]) => ({ ...rangeOf(range), words }))

interface Range {
  first: bigint
  last: bigint
}

/** Says in a word or two why documents are never fetched from an IPv4 or IPv6 address, or undefined if it is public. */
export function specialUseOf(address: string): string | undefined {
  if (isIPv4(address)) return usedFor(ipv4Ranges, numberOf(address))
  if (!isIPv6(address) || address.includes('%')) return 'not an address'
  const number = numberOf(address)
  return (
    usedFor(ipv6Ranges, number) ?? (isWithin(globalUnicast, number) ? undefined : 'not assigned')
  )
}

function usedFor(
  ranges: readonly (Range & { words: string })[],
  number: bigint,
): string | undefined {
  return ranges.find((range) => isWithin(range, number))?.words
}

function isWithin(range: Range, number: bigint): boolean {
  return number >= range.first && number <= range.last
}

function rangeOf(text: string): Range {
  const [base = '', length = ''] = text.split('/')
  const first = numberOf(base)
  const width = (isIPv4(base) ? 32n : 128n) - BigInt(length)
  return { first, last: first + (1n << width) - 1n }
}

function numberOf(address: string): bigint {
  if (isIPv4(address))
    return address.split('.').reduce((sum, part) => (sum << 8n) | BigInt(part), 0n)
  const [head = '', tail] = inHextets(address).split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail?.split(':').filter(Boolean) ?? []
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0')
  return [...before, ...zeros, ...after].reduce(
    (sum, part) => (sum << 16n) | BigInt(`0x${part}`),
    0n,
  )
}

/** RFC 4291, 2.2(3): the last 32 bits may be written as an IPv4 address. */
function inHextets(address: string): string {
  const dotted = /[\d.]+$/.exec(address)?.[0] ?? ''
  if (!isIPv4(dotted)) return address
  const number = numberOf(dotted)
  const hextets = `${(number >> 16n).toString(16)}:${(number & 0xffffn).toString(16)}`
  return address.slice(0, -dotted.length) + hextets
}
