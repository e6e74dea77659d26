import { isIP } from 'node:net'
import { kind, type Kind } from '#kernel/kind.ts'
import { readAddressList } from '#platform/address-list.ts'

/** An address or a network of addresses (contract 3.1 (3)). */
export const network: Kind<string> = kind({
  name: 'address or network',
  schema: { type: 'string' },
  read(given) {
    const value = given.trim()
    return isNetwork(value)
      ? { value: networkOf(value) }
      : { fault: 'must be an address or a network, such as 192.0.2.10 or 10.0.0.0/8' }
  },
  good: ['192.0.2.10', '10.0.0.0/8', '2001:db8::/32', '::1'],
  bad: ['10.0.0', '10.0.0.0/33', 'example.org', '10.0.0.0/8/8', '', '::1%lo', '::ffff:10.0.0.0/64'],
})

const mostNetworks = 100

/** Addresses and networks, one in each line or with commas between them. */
export const networks: Kind<readonly string[]> = kind({
  name: 'addresses and networks',
  schema: { type: 'string' },
  read(given) {
    const entries = given.split(/[\s,]+/).filter((entry) => entry !== '')
    if (entries.length > mostNetworks) return { fault: `must be ${mostNetworks} or fewer` }
    const read = entries.map((entry) => network.read(entry))
    const bad = entries.filter((_, at) => 'fault' in (read[at] ?? {}))
    return bad.length > 0
      ? {
          fault: `must be addresses or networks, such as 192.0.2.10 or 10.0.0.0/8, which ${bad.join(', ').slice(0, 200)} ${bad.length === 1 ? 'is' : 'are'} not`,
        }
      : { value: [...new Set(read.flatMap((each) => ('value' in each ? [each.value] : [])))] }
  },
  good: ['192.0.2.10', '192.0.2.10\n10.0.0.0/8', '10.0.0.0/8, 2001:db8::/32'],
  bad: ['10.0.0', '10.0.0.0/8 example.org'],
})

/** Says whether a key with these addresses works from an address; with none it works from anywhere. */
export const worksFrom = (permitted: readonly string[], address: string): boolean =>
  permitted.length === 0 || readAddressList(permitted).includes(address)

/** The network that is meant where the address in it is one of its hosts: 203.0.113.7/24 is 203.0.113.0/24. */
function networkOf(value: string): string {
  const [address = '', length] = value.split('/')
  if (length === undefined) return value
  return isIP(address) === 4
    ? `${ipv4Network(address, Number(length))}/${Number(length)}`
    : ipv6Network(address, Number(length))
}

function ipv4Network(address: string, length: number): string {
  return address
    .split('.')
    .map((byte, at) => Number(byte) & (0xff00 >> Math.min(8, Math.max(0, length - 8 * at))) & 0xff)
    .join('.')
}

/** The groups beyond the length are blank; the address of a URL writes the rest in its shortest form. */
function ipv6Network(address: string, length: number): string {
  const shortest = (text: string) => new URL(`http://[${text}]`).hostname.slice(1, -1)
  const [head = '', tail] = shortest(address).split('::')
  const groupsOf = (text: string) => (text === '' ? [] : text.split(':'))
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')]
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0')
  const groups = [...before, ...zeros, ...after].map((group, at) => {
    const kept = Math.min(16, Math.max(0, length - 16 * at))
    return (Number.parseInt(group, 16) & (0xffff0000 >> kept) & 0xffff).toString(16)
  })
  return `${shortest(groups.join(':'))}/${length}`
}

function isNetwork(entry: string): boolean {
  if (entry.includes('%')) return false
  try {
    return readAddressList([entry]) !== undefined
  } catch {
    return false
  }
}
