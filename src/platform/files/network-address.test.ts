import assert from 'node:assert/strict'
import { BlockList, isIPv6 } from 'node:net'
import { test } from 'node:test'
import fc from 'fast-check'
import { specialUseOf } from './network-address.ts'

test('addresses of the public internet may be fetched from', () => {
  for (const address of [
    '1.1.1.1',
    '8.8.8.8',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.0.1.0',
    '198.17.255.255',
    '198.20.0.0',
    '223.255.255.255',
    '2001:200::1',
    '2001:4860:4860::8888',
    '2606:4700:4700::1111',
    '2a00:1450:4009:822::200e',
    '3fff:1000::1',
  ])
    assert.equal(specialUseOf(address), undefined, address)
})

test('special addresses are named for what they are', () => {
  const expected: Record<string, string> = {
    '0.0.0.0': 'this network',
    '10.255.255.255': 'private',
    '100.64.0.1': 'shared by a provider',
    '127.0.0.1': 'loopback',
    '127.255.255.254': 'loopback',
    '168.63.129.16': 'a cloud platform’s own',
    '169.254.169.254': 'link-local',
    '172.31.255.255': 'private',
    '192.0.0.192': 'for protocols',
    '192.0.2.7': 'for documentation',
    '192.88.99.1': 'a 6to4 relay',
    '192.168.0.1': 'private',
    '198.19.255.255': 'for benchmarks',
    '198.51.100.1': 'for documentation',
    '203.0.113.9': 'for documentation',
    '224.0.0.1': 'multicast',
    '240.0.0.1': 'reserved',
    '255.255.255.255': 'reserved',
    '::': 'unspecified',
    '::1': 'loopback',
    '0:0:0:0:0:0:0:1': 'loopback',
    '::127.0.0.1': 'an embedded IPv4 address',
    '::ffff:127.0.0.1': 'an embedded IPv4 address',
    '::ffff:7f00:1': 'an embedded IPv4 address',
    '::ffff:8.8.8.8': 'an embedded IPv4 address',
    '::ffff:0:10.0.0.1': 'an embedded IPv4 address',
    '64:ff9b::10.0.0.1': 'an embedded IPv4 address',
    '64:ff9b:1::a00:1': 'an embedded IPv4 address',
    '100::1': 'for discarding',
    '2001:0:4136:e378::1': 'an embedded IPv4 address',
    '2001:2::1': 'for benchmarks',
    '2001:20::1': 'for protocols',
    '2001:db8::1': 'for documentation',
    '2002:7f00:1::': 'an embedded IPv4 address',
    '3fff::1': 'for documentation',
    '5f00::1': 'for segment routing',
    'fd00:ec2::254': 'private',
    'fe80::1': 'link-local',
    'fec0::1': 'private',
    'ff02::1': 'multicast',
    '4000::1': 'not assigned',
    '8000::': 'not assigned',
    'fe80::1%eth0': 'not an address',
    '2606:4700::1%eth0': 'not an address',
    '127.1': 'not an address',
    'example.org': 'not an address',
    '': 'not an address',
  }
  for (const [address, words] of Object.entries(expected))
    assert.equal(specialUseOf(address), words, address)
})

const hextet = fc.integer({ min: 0, max: 0xffff }).map((part) => part.toString(16))
const ipv6 = fc.array(hextet, { minLength: 8, maxLength: 8 })

// Node's own BlockList reads addresses independently of the code tested.
const forbidden = new BlockList()
for (const [address, length] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  forbidden.addSubnet(address, length)

test('whatever Node takes for a private IPv4 address is refused, in all its spellings in IPv6', () => {
  const near = fc.tuple(
    fc.constantFrom(0, 10, 100, 127, 169, 172, 192, 198, 224, 8),
    fc.oneof(fc.constantFrom(0, 16, 18, 64, 168, 254), fc.nat(255)),
    fc.nat(255),
    fc.nat(255),
  )
  fc.assert(
    fc.property(fc.oneof(near, fc.tuple(...Array(4).fill(fc.nat(255)))), (parts) => {
      const address = parts.join('.')
      if (forbidden.check(address)) assert.notEqual(specialUseOf(address), undefined)
      const [a = 0, b = 0, c = 0, d = 0] = parts as number[]
      const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
      for (const embedding of [`::${address}`, `::ffff:${address}`, `::ffff:${hex}`])
        assert.notEqual(specialUseOf(embedding), undefined, embedding)
      for (const embedding of [`64:ff9b::${hex}`, `2002:${hex}::1`, `2001:0:${hex}::1`])
        assert.equal(specialUseOf(embedding), 'an embedded IPv4 address', embedding)
    }),
    { numRuns: 500 },
  )
})

test('only 2000::/3 is ever public in IPv6, however an address is written', () => {
  fc.assert(
    fc.property(ipv6, (parts) => {
      const full = parts.join(':')
      const short = new URL(`http://[${full}]`).hostname.slice(1, -1)
      assert.ok(isIPv6(short))
      assert.equal(specialUseOf(short), specialUseOf(full))
      assert.equal(specialUseOf(full.toUpperCase()), specialUseOf(full))
      if (!/^[23][0-9a-f]{3}:/.test(full)) assert.notEqual(specialUseOf(full), undefined)
    }),
    { numRuns: 500 },
  )
})
