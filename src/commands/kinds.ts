import { isIP } from 'node:net'
import { kind, type Kind } from '#kernel/kind.ts'
import { integer, text } from '#kernel/kinds.ts'

export { emailAddress } from '#kernel/kinds.ts'

/** A word or words that are not empty. */
export const words: Kind<string> = kind({
  ...text({ max: 500 }),
  name: 'words',
  read(given) {
    const value = given.trim()
    if (value === '') return { fault: 'must not be empty' }
    return value.length > 500 ? { fault: 'must have 500 characters or fewer' } : { value }
  },
  bad: ['', '  '],
})

/** The path of a file. */
export const path: Kind<string> = kind({ ...words, name: 'path', read: (value) => ({ value }) })

/** A whole number, one or more. */
export const count = integer({ min: 1, max: 1_000_000 })

/** A case number, as a first one for an organisation or to look for. */
export const number = integer({ min: 1, max: Number.MAX_SAFE_INTEGER })

const fixedNames = new Set(['portal', 'uat', 'uatportal', 'second-factor'])

/** A name for a new organisation, as it stands in addresses (contract 1.1 (2) and (3)). */
export const newOrganisationName: Kind<string> = kind({
  name: 'organisation name',
  schema: { type: 'string' },
  read(value) {
    if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(value))
      return {
        fault:
          'must be lower-case letters, digits and hyphens, such as "demo", with no hyphen at either end',
      }
    if (fixedNames.has(value))
      return {
        fault: `is a fixed name in addresses; choose another than ${[...fixedNames].join(', ')}`,
      }
    return /(reports|portal)$/.test(value)
      ? { fault: 'ends in "reports" or "portal", which addresses use; choose another' }
      : { value }
  },
  good: ['demo', 'north-council', '7'],
  bad: ['Demo', '-demo', 'portal', 'uat', 'demoreports', 'demoportal', 'a'.repeat(64)],
})

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
  bad: ['10.0.0', '10.0.0.0/33', 'example.org', '10.0.0.0/8/8', '', '::1%lo'],
})

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

function isNetwork(value: string): boolean {
  const [address = '', length = '0', ...rest] = value.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0 || address.includes('%')) return false
  return /^\d{1,3}$/.test(length) && Number(length) <= (family === 4 ? 32 : 128)
}
