import assert from 'node:assert/strict'
import { createSecretKey } from 'node:crypto'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  accessTokenKey,
  accessTokenReply,
  makeAccessToken,
  readAccessToken,
} from './access-token.ts'
import { downloadTokenKey, makeDownloadToken, readDownloadToken } from './download-token.ts'

const masterKey = createSecretKey(Buffer.alloc(32, 7))
const now = new Date('2026-03-14T09:30:00.500Z')
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000)

describe('access tokens', () => {
  const key = accessTokenKey(masterKey)
  const claims = { organisationId: 12, key: 'k-1' }

  test('a token is good for an hour, as often as it is shown', () => {
    const token = makeAccessToken(key, claims, now)
    assert.match(token, /^[\w-]+$/)
    assert.deepEqual(readAccessToken(key, token, now), claims)
    assert.deepEqual(readAccessToken(key, token, later(3599)), claims)
    assert.equal(readAccessToken(key, token, later(3600)), undefined)
  })

  test('two tokens of one moment differ and are both good', () => {
    const [one, two] = [makeAccessToken(key, claims, now), makeAccessToken(key, claims, now)]
    assert.notEqual(one, two)
    assert.deepEqual(readAccessToken(key, one, now), readAccessToken(key, two, now))
  })

  test('a token of another installation or kind is refused', () => {
    const token = makeAccessToken(key, claims, now)
    assert.equal(
      readAccessToken(accessTokenKey(createSecretKey(Buffer.alloc(32, 8))), token, now),
      undefined,
    )
    assert.equal(readDownloadToken(downloadTokenKey(masterKey), token, now), undefined)
  })

  test('a token changed in any letter is refused, and so is any other text', () => {
    const token = makeAccessToken(key, claims, now)
    fc.assert(
      fc.property(fc.nat({ max: token.length - 2 }), fc.string(), (at, text) => {
        const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
        assert.equal(readAccessToken(key, changed, now), undefined)
        assert.equal(readAccessToken(key, text, now), undefined)
        assert.equal(readAccessToken(key, token + text.trim() + '!', now), undefined)
      }),
    )
    assert.equal(readAccessToken(key, 'None', now), undefined)
    assert.equal(readAccessToken(key, '', now), undefined)
  })

  test('the answer is JSON with its three members on lines of their own', () => {
    const reply = accessTokenReply('t-1')
    assert.deepEqual(JSON.parse(reply), {
      access_token: 't-1',
      token_type: 'Bearer',
      expires_in: 3600,
    })
    assert.match(reply, /^"token_type" : "Bearer",$/m)
  })
})

describe('download tokens', () => {
  const key = downloadTokenKey(masterKey)
  const claims = { organisationId: 12, reference: 'D40017' }

  test('a token names its document until it lapses', () => {
    const token = makeDownloadToken(key, claims, later(3600))
    assert.deepEqual(readDownloadToken(key, token, later(3600)), claims)
    assert.equal(readDownloadToken(key, token, later(3601)), undefined)
    assert.equal(readAccessToken(accessTokenKey(masterKey), token, now), undefined)
  })
})
