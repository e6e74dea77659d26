import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalHost, hostAndPort, readWebAddress, resolveLocation } from './web-address.ts'

function read(text: string) {
  const address = readWebAddress(text)
  assert.ok(typeof address === 'object', `${text}: ${JSON.stringify(address)}`)
  return address
}

test('an address is taken apart without rewriting what the server will see', () => {
  const target = '/a/../b//c;v=1/%7e%2F?sig=a+b%3D\'|{}&e=%zz&x=\\"<>^`&&=?'
  assert.deepEqual(read(`https://Files.Example.org${target}#page=2`), {
    protocol: 'https:',
    host: 'files.example.org',
    port: 443,
    target,
  })
  assert.deepEqual(read(' HTTP://example.org:8080?q '), {
    protocol: 'http:',
    host: 'example.org',
    port: 8080,
    target: '/?q',
  })
  assert.equal(read('http://example.org').target, '/')
  assert.equal(read('http://example.org:').port, 80)
  assert.equal(read('http://bücher.example/').host, 'xn--bcher-kva.example')
  assert.equal(read('http://[2606:4700:0::0:1111]:81/').host, '2606:4700::1111')
})

test('spaces and letters beyond ASCII are sent percent-encoded, as browsers do', () => {
  assert.equal(
    read('http://example.org/my file é.pdf?n=ü').target,
    '/my%20file%20%C3%A9.pdf?n=%C3%BC',
  )
})

test('what is not a web address is refused', () => {
  for (const text of ['', 'example.org/a', '//example.org', '/a', 'http:example.org', 'http:///a'])
    assert.equal(readWebAddress(text), 'not an address', text)
  for (const control of ['\0', '\r\n', '\n', '\t', '\x7f'])
    assert.equal(readWebAddress(`http://example.org/a${control}b`), 'not an address')
  for (const scheme of ['ftp', 'file', 'gopher', 'javascript', 'ws', 'data', 'httpx'])
    assert.equal(readWebAddress(`${scheme}://example.org/`), 'scheme', scheme)
  for (const text of ['http://user:pass@example.org/', 'http://@example.org/', 'http://a@b@c/'])
    assert.equal(readWebAddress(text), 'credentials', text)
})

test('a host spelt so that programs differ about it is refused', () => {
  for (const host of [
    '2130706433',
    '0x7f000001',
    '0x7f.0.0.1',
    '0177.0.0.1',
    '127.1',
    '127.0.0.01',
    '127.0.0.1.',
    '1.2.3.4.5',
    '256.1.1.1',
    'example.0x',
    '１２７.０.０.１',
    '127。0。0。1',
    'localhost.',
    'example..org',
    '%6cocalhost',
    'example.org\\evil.example',
    'exa mple.org',
    '[fe80::1%25eth0]',
    '[fe80::1%eth0]',
    '[::1',
    '::1',
    '[127.0.0.1]',
    '[]',
    'example.org:0',
    'example.org:65536',
    'example.org:080x',
    'example.org:+80',
    `${'a'.repeat(64)}.org`,
  ])
    assert.equal(readWebAddress(`http://${host}/`), 'spelling', host)
})

test('a host has one spelling, which reads as itself', () => {
  fc.assert(
    fc.property(
      fc.webUrl({ validSchemes: ['http', 'https'], withQueryParameters: true }),
      (url) => {
        const address = read(url)
        assert.equal(canonicalHost(address.host), address.host)
        assert.equal(`${address.protocol}//${hostAndPort(address)}${address.target}`, withPath(url))
      },
    ),
  )
})

const withPath = (url: string) => url.replace(/^(https?:\/\/[^/?]+)(?=\?|$)/, '$1/')

test('reading any text at all gives an address or a flaw, and every host that is an address is canonical', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789.xX[]:@/\\%#?abf')) }),
  )
  fc.assert(
    fc.property(anything, (text) => {
      const address = readWebAddress(`http://${text}`)
      if (typeof address !== 'object') return
      assert.match(address.target, /^\/[\x21-\x7e]*$/)
      // The WHATWG parser, where it differs least: it must find the same host.
      const host = hostAndPort({ ...address, protocol: 'http:', port: 80 })
      assert.equal(new URL(`http://${host}/`).hostname, host)
    }),
    { numRuns: 2000 },
  )
})

test('a redirect leads where it says, its query untouched', () => {
  const from = read('http://example.org:8080/a/b?c=d')
  const cases = [
    ["https://cdn.example/x?s=a'b|c", "https://cdn.example/x?s=a'b|c"],
    ['/x?y', 'http://example.org:8080/x?y'],
    ['x', 'http://example.org:8080/a/x'],
    ['?z', 'http://example.org:8080/a/b?z'],
    ['//other.example/x', 'http://other.example/x'],
    ['\\\\other.example/x', 'http://other.example/x'],
    ['file:///etc/passwd', 'file:///etc/passwd'],
    ['http://[', 'http://['],
    [Buffer.from('/é').toString('latin1'), 'http://example.org:8080/%C3%A9'],
  ] as const
  for (const [location, expected] of cases) assert.equal(resolveLocation(location, from), expected)
})
