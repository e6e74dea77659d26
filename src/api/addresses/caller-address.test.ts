import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readAddressList, UnreadableAddress } from '#platform/address-list.ts'
import { callerOf } from './caller-address.ts'
import type { Arrival } from './caller-address.ts'

describe('permitted addresses', () => {
  const checks: [entry: string, address: string, isIncluded: boolean][] = [
    ['203.0.113.10', '203.0.113.10', true],
    ['203.0.113.10', '203.0.113.11', false],
    ['203.0.113.10', '::ffff:203.0.113.10', true],
    ['203.0.113.10', '::ffff:cb00:710a', true],
    ['::ffff:203.0.113.10', '203.0.113.10', true],
    ['::FFFF:cb00:710a', '203.0.113.10', true],
    ['203.0.113.0/24', '203.0.113.255', true],
    ['203.0.113.0/24', '203.0.114.0', false],
    ['203.0.113.0/24', '::ffff:203.0.113.7', true],
    ['::ffff:203.0.113.0/120', '203.0.113.7', true],
    ['::ffff:203.0.113.0/120', '203.0.114.7', false],
    ['0.0.0.0/0', '198.51.100.7', true],
    ['2001:db8::/32', '2001:db8:1::1', true],
    ['2001:db8::/32', '2001:db9::1', false],
    ['2001:DB8::1', '2001:db8:0:0:0:0:0:1', true],
    ['fe80::1', 'fe80::1%eth0', true],
    ['::1', '127.0.0.1', false],
    [' 203.0.113.10 ', '203.0.113.10', true],
    ['203.0.113.10', 'not an address', false],
    ['203.0.113.10', '', false],
  ]
  for (const [entry, address, isIncluded] of checks) {
    test(`${entry} ${isIncluded ? 'includes' : 'leaves out'} ${address}`, () => {
      assert.equal(readAddressList([entry]).includes(address), isIncluded)
    })
  }

  test('an empty list includes nobody', () => {
    assert.ok(!readAddressList([]).includes('203.0.113.10'))
  })

  for (const entry of [
    '',
    'council.example',
    '203.0.113',
    '203.0.113.0/33',
    '203.0.113.0/',
    '203.0.113.0/1/2',
    '203.0.113.0/-1',
    '2001:db8::/129',
    '::ffff:203.0.113.0/64',
  ]) {
    test(`"${entry}" is no entry`, () => {
      assert.throws(() => readAddressList(['203.0.113.1', entry]), UnreadableAddress)
    })
  }

  test('whatever is written, it is an entry or refused', () => {
    const text = fc.oneof(fc.string(), fc.ipV4Extended(), fc.ipV6())
    const list = readAddressList(['203.0.113.0/24'])
    fc.assert(
      fc.property(text, (entry) => {
        assert.equal(typeof list.includes(entry), 'boolean')
        try {
          readAddressList([entry])
        } catch (fault) {
          assert.ok(fault instanceof UnreadableAddress)
        }
      }),
    )
  })
})

describe('the caller behind proxies', () => {
  const trusted = readAddressList(['10.0.0.0/8', '::1'])
  const arrival: Arrival = {
    peer: '10.0.0.1',
    protocol: 'http',
    host: 'inner',
    forwardedFor: undefined,
    forwardedHost: undefined,
    forwardedProto: undefined,
  }

  const chains: [peer: string, forwardedFor: string | undefined, address: string][] = [
    ['198.51.100.7', '203.0.113.10', '198.51.100.7'],
    ['::ffff:198.51.100.7', undefined, '198.51.100.7'],
    ['10.0.0.1', undefined, '10.0.0.1'],
    ['10.0.0.1', '203.0.113.10', '203.0.113.10'],
    ['::ffff:10.0.0.1', '203.0.113.10', '203.0.113.10'],
    ['10.0.0.1', '192.0.2.1, 203.0.113.10', '203.0.113.10'],
    ['10.0.0.1', '203.0.113.10, 10.0.0.2', '203.0.113.10'],
    ['10.0.0.1', '203.0.113.10:4711', '203.0.113.10'],
    ['10.0.0.1', '[2001:db8::1]:4711', '2001:db8::1'],
    ['10.0.0.1', '203.0.113.10, unknown', '10.0.0.1'],
    ['10.0.0.1', '203.0.113.10, 10.0.0.2, , 10.0.0.3', '10.0.0.3'],
    ['10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
  ]
  for (const [peer, forwardedFor, address] of chains) {
    test(`${peer} forwarding for ${forwardedFor ?? 'nobody'} is ${address}`, () => {
      assert.equal(callerOf({ ...arrival, peer, forwardedFor }, trusted).address, address)
    })
  }

  test('host and protocol are believed from a trusted peer only', () => {
    const told = { ...arrival, forwardedHost: 'demo.icasework.com', forwardedProto: 'https' }
    const believed = callerOf(told, trusted)
    assert.equal(believed.host, 'demo.icasework.com')
    assert.equal(believed.protocol, 'https')
    const stranger = callerOf({ ...told, peer: '198.51.100.7' }, trusted)
    assert.equal(stranger.host, 'inner')
    assert.equal(stranger.protocol, 'http')
  })

  test('of several hosts the one the nearest proxy wrote counts', () => {
    const told = { ...arrival, forwardedHost: 'forged.example, demo.icasework.com' }
    assert.equal(callerOf(told, trusted).host, 'demo.icasework.com')
    assert.equal(callerOf({ ...arrival, forwardedProto: 'gopher' }, trusted).protocol, 'http')
  })
})
