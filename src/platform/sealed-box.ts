import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'

const version = Buffer.from([1])
const nonceLength = 12
const tagLength = 16
const headLength = version.length + nonceLength + tagLength

/** Says that a sealed value was changed, was sealed with another key, or belongs to another context. */
export class SealBroken extends Error {
  override name = 'SealBroken'
}

/** Derives the 256-bit key for one purpose from the master key, by HKDF with SHA-256 (RFC 5869). */
export function deriveKey(masterKey: KeyObject, purpose: string): KeyObject {
  const bytes = hkdfSync('sha256', masterKey, '', `casewright ${purpose}`, 32)
  return createSecretKey(Buffer.from(bytes))
}

/** Seals a text or bytes with AES-256-GCM (NIST SP 800-38D), bound to a context such as the row it is kept in. */
export function seal(key: KeyObject, plaintext: string | Uint8Array, context: string): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
  cipher.setAAD(boundTo(context))
  const plain = typeof plaintext === 'string' ? Buffer.from(plaintext) : plaintext
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([version, nonce, cipher.getAuthTag(), ciphertext])
}

/** Gives back the bytes that `seal` was given; throws SealBroken unless key, context and every byte are the same. */
export function unseal(key: KeyObject, sealed: Uint8Array, context: string): Buffer {
  if (sealed.length < headLength || sealed[0] !== version[0])
    throw new SealBroken('The sealed value is incomplete or of an unknown version.')
  const nonce = sealed.subarray(version.length, version.length + nonceLength)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
  decipher.setAAD(boundTo(context))
  decipher.setAuthTag(sealed.subarray(headLength - tagLength, headLength))
  const plaintext = decipher.update(sealed.subarray(headLength))
  try {
    return Buffer.concat([plaintext, decipher.final()])
  } catch (cause) {
    throw new SealBroken('The sealed value does not fit this key and context.', { cause })
  }
}

function boundTo(context: string): Buffer {
  return Buffer.concat([version, Buffer.from(context)])
}
