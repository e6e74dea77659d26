import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto'

/** Seals claims into URL-safe text that whoever holds the key can check but nobody else can make. */
export function seal(key: KeyObject, claims: readonly (string | number)[]): string {
  const text = Buffer.from(JSON.stringify(claims), 'utf8')
  return Buffer.concat([mac(key, text), text]).toString('base64url')
}

/** Opens sealed text: the claims, or undefined when it was not sealed with this key. */
export function openSealed(key: KeyObject, sealed: string): readonly unknown[] | undefined {
  if (sealed.length > longestSealed || !/^[A-Za-z0-9_-]+$/.test(sealed)) return undefined
  const bytes = Buffer.from(sealed, 'base64url')
  const [given, text] = [bytes.subarray(0, macLength), bytes.subarray(macLength)]
  if (given.length !== macLength || !timingSafeEqual(given, mac(key, text))) return undefined
  return JSON.parse(text.toString('utf8')) as unknown[]
}

const macLength = 32
const longestSealed = 2048

function mac(key: KeyObject, text: Uint8Array): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
