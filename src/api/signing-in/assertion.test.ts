import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readFormText } from '#api/reading/form-text.ts'
import { isAssertionGood, readAssertion } from './assertion.ts'
import { isAudienceAccepted } from './audience.ts'

const key = 'c41f08a7d92b4e6f8830a51e2'
const secret = '9d27e6b1f0435c8ea6b24c7d8'
const now = new Date('2026-03-14T09:30:00Z')
const seconds = now.getTime() / 1000
const audience = {
  account: 'demo',
  host: 'cases.council.example:8443',
  suffixes: ['icasework.com', 'own.example'],
  hosts: ['known.example'],
}

function isGood(text: string, signedWith = secret): boolean {
  const assertion = readAssertion(text)
  return !!assertion && isAssertionGood(assertion, { secret: signedWith, now, audience })
}

type Encoding = 'base64' | 'base64url'

function jwt(claims: unknown, header: unknown = { alg: 'HS256' }, as: Encoding = 'base64url') {
  const text = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString(as))
    .join('.')
  return `${text}.${createHmac('sha256', secret).update(text).digest(as)}`
}

describe('the assertions of the contract’s examples', () => {
  const assertionOf = (body: string): string =>
    readFormText(body).find(({ name }) => name === 'assertion')?.value ?? ''

  test('E1: strict, without exp, for the shared host', () => {
    const body =
      'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJjNDFmMDhhN2Q5MmI0ZTZmODgzMGE1MWUyIiwiYXVkIjoiaHR0cHM6Ly91YXQuaWNhc2V3b3JrLmNvbS90b2tlbj9kYj1kZW1vIiwiaWF0IjoxNzczNDgwNjAwfQ.yt8r_AQJ3AFphuYipqkTOCxkOegXa_FRridZe4HRqxk'
    assert.equal(readAssertion(assertionOf(body))?.issuer, key)
    assert.ok(isGood(assertionOf(body)))
    assert.ok(!isGood(assertionOf(body), 'another secret'))
  })

  test('E2: padded, with a slash, iat as text, not percent-encoded', () => {
    const body =
      'assertion=eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjNDFmMDhhN2Q5MmI0ZTZmODgzMGE1MWUyIiwiYXVkIjoiaHR0cHM6Ly9kZW1vLmljYXNld29yay5jb20vdG9rZW4/ZGI9ZGVtbyIsImlhdCI6IjE3NzM0ODA2MDAifQ==.RSmHPEl7awgW9c7g5ZXTHV-N_h-uWz3nNfZHHJxm4Hk&grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer'
    assert.ok(isGood(assertionOf(body)))
  })

  test('E3: signed with another secret', () => {
    const body =
      'assertion=eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJjNDFmMDhhN2Q5MmI0ZTZmODgzMGE1MWUyIiwiYXVkIjoiaHR0cDovLzEyNy4wLjAuMTo4MDgwL3Rva2VuP2RiPWRlbW8iLCJpYXQiOjE3NzM0ODA2MDAsImV4cCI6MTc3MzQ4MDkwMH0.4o4ajtgspbkJEuwtM6dXGQZH29uaYkia5Zc-cxdLgUk&grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer'
    assert.equal(readAssertion(assertionOf(body))?.issuer, key)
    assert.ok(!isGood(assertionOf(body)))
  })
})

describe('how an assertion may be written', () => {
  test('in either alphabet, with spaces where a plus was', () => {
    const claims = { iss: key, iat: seconds, note: '~~~???>>>ûûû' }
    const standard = jwt(claims, { alg: 'HS256' }, 'base64')
    assert.match(standard, /[+/]/)
    assert.ok(isGood(standard))
    assert.ok(isGood(standard.replaceAll('+', ' ')))
    assert.ok(isGood(`${jwt(claims)}\r\n`))
  })

  test('changed in any letter it is refused', () => {
    const good = jwt({ iss: key, iat: seconds })
    fc.assert(
      fc.property(
        fc.nat({ max: good.length - 2 }),
        fc.constantFrom('A', 'b', '7'),
        (at, letter) => {
          const changed = good.slice(0, at) + letter + good.slice(at + 1)
          assert.equal(isGood(changed), changed === good)
        },
      ),
    )
  })

  for (const [name, text] of [
    ['alg none', jwt({ iss: key, iat: seconds }, { alg: 'none' })],
    ['alg HS512', jwt({ iss: key, iat: seconds }, { alg: 'HS512' })],
    ['no alg', jwt({ iss: key, iat: seconds }, {})],
    ['no issuer', jwt({ iat: seconds })],
    ['an issuer that is no text', jwt({ iss: 7, iat: seconds })],
    ['an array', jwt([])],
    ['null', jwt(null)],
    ['no signature', jwt({ iss: key, iat: seconds }).replace(/[^.]+$/, '')],
    ['four parts', `${jwt({ iss: key, iat: seconds })}.x`],
    ['nothing', ''],
  ] as const) {
    test(`${name} is refused`, () => assert.ok(!isGood(text)))
  }

  test('whatever text arrives, it is read or refused', () => {
    fc.assert(
      fc.property(fc.string(), fc.json(), (text, json) => {
        assert.ok(!isGood(text))
        const encoded = Buffer.from(json).toString('base64')
        assert.ok(!isGood(`${encoded}.${encoded}.${encoded}`))
      }),
    )
  })
})

describe('the times of an assertion', () => {
  const times: [claims: Record<string, unknown>, isAccepted: boolean][] = [
    [{ iat: seconds }, true],
    [{ iat: String(seconds) }, true],
    [{ iat: seconds + 300 }, true],
    [{ iat: seconds + 301 }, false],
    [{ iat: seconds - 3600 }, true],
    [{ iat: seconds - 3601 }, false],
    [{ iat: seconds - 3601, exp: seconds + 1 }, true],
    [{ exp: seconds - 60 }, true],
    [{ exp: String(seconds - 61) }, false],
    [{ exp: seconds + 150 * 86_400, iat: seconds - 86_400 }, true],
    [{ exp: null, iat: seconds }, true],
    [{ iat: seconds, nbf: seconds + 301 }, false],
    [{ iat: seconds, nbf: seconds - 5 }, true],
    [{ iat: 'soon' }, false],
    [{ iat: seconds, exp: 'never' }, false],
    [{ iat: seconds, exp: {} }, false],
    [{ nbf: seconds }, false],
    [{}, false],
    [{ iat: seconds, jti: 'same', typ: 'x' }, true],
  ]
  for (const [claims, isAccepted] of times) {
    test(`${JSON.stringify(claims)} is ${isAccepted ? 'accepted' : 'refused'}`, () => {
      assert.equal(isGood(jwt({ iss: key, ...claims })), isAccepted)
    })
  }
})

describe('the audience of an assertion', () => {
  const audiences: [aud: unknown, isAccepted: boolean][] = [
    [undefined, true],
    [null, true],
    ['https://demo.icasework.com/token', true],
    ['https://uat.icasework.com/token?db=demo', true],
    ['https://uat.icasework.com/token', true],
    ['HTTP://DEMO.iCasework.com:8080/token/', true],
    ['demo.icasework.com/token?db=Demo', true],
    ['https://uatportal.icasework.com/token?db=demo', true],
    ['https://demoreports.icasework.com/token', true],
    ['https://demoportal.own.example/token', true],
    ['https://cases.council.example/token', true],
    ['https://cases.council.example/services/demo/token', true],
    ['https://known.example/token', true],
    [['https://elsewhere.example/token', 'https://demo.icasework.com/token'], true],
    [[], false],
    [['https://elsewhere.example/token'], false],
    ['https://elsewhere.example/token', false],
    ['https://other.icasework.com/token', false],
    ['https://uat.icasework.com/token?db=other', false],
    ['https://uat.icasework.com/token?db=demo&x=1', false],
    ['https://demo.icasework.com/services/other/token', false],
    ['https://demo.icasework.com/createcase', false],
    ['https://demo.icasework.com', false],
    ['https://demo.icasework.com/token#db', false],
    ['https://x@demo.icasework.com/token', false],
    ['', false],
    [42, false],
    [{}, false],
  ]
  for (const [aud, isAccepted] of audiences) {
    test(`${JSON.stringify(aud) ?? 'none'} is ${isAccepted ? 'accepted' : 'refused'}`, () => {
      assert.equal(isAudienceAccepted(aud, audience), isAccepted)
      const claims = { iss: key, iat: seconds, ...(aud === undefined ? {} : { aud }) }
      assert.equal(isGood(jwt(claims)), isAccepted)
    })
  }

  test('the host of an address in brackets is compared as a whole', () => {
    const local = { ...audience, host: '[::1]:8080' }
    assert.ok(isAudienceAccepted('http://[::1]:9090/token', local))
    assert.ok(!isAudienceAccepted('http://[::2]:8080/token', local))
  })
})
