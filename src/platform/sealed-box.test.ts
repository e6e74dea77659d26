import assert from 'node:assert/strict'
import { createSecretKey } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { deriveKey, seal, SealBroken, unseal } from './sealed-box.ts'

const masterKey = createSecretKey(Buffer.alloc(32, 7))
const key = deriveKey(masterKey, 'api secrets')

test('what was sealed comes back as it was', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string({ unit: 'binary' }), (bytes, context) => {
      assert.deepEqual(unseal(key, seal(key, bytes, context), context), Buffer.from(bytes))
    }),
  )
  assert.equal(unseal(key, seal(key, 'sécret', 'a'), 'a').toString(), 'sécret')
})

test('a sealed value changed in any one bit is refused', () => {
  const sealed = seal(key, 'a secret', 'key 7')
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const changed = Buffer.from(sealed)
    changed[bit >> 3]! ^= 1 << (bit & 7)
    assert.throws(() => unseal(key, changed, 'key 7'), SealBroken, `bit ${bit}`)
  }
  for (let length = 0; length < sealed.length; length++)
    assert.throws(() => unseal(key, sealed.subarray(0, length), 'key 7'), SealBroken)
})

test('a sealed value moved to another row or opened with the key of another purpose is refused', () => {
  const sealed = seal(key, 'a secret', 'organisation 1, key 7')
  assert.throws(() => unseal(key, sealed, 'organisation 2, key 7'), SealBroken)
  assert.throws(
    () => unseal(deriveKey(masterKey, 'sessions'), sealed, 'organisation 1, key 7'),
    SealBroken,
  )
})

test('sealing the same twice gives two different values that do not show the text', () => {
  const [first, second] = [seal(key, 'a secret', ''), seal(key, 'a secret', '')]
  assert.notDeepEqual(first, second)
  assert.ok(!first.includes('a secret'))
})

test('a derived key stays the same from one release to the next', () => {
  // HKDF-SHA256 of 32 bytes 0x07, no salt, info "casewright api secrets", computed with `openssl kdf`.
  assert.equal(
    key.export().toString('hex'),
    '259efd793d37a726d016e1fd3f17a6277aecffbaea9ad7fa3982368e68cbff06',
  )
})
