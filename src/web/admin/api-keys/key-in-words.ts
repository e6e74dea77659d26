import type { WayIn } from '#domain/api-keys/index.ts'

/** How a key signs in, in words. */
export const waysInWords: Readonly<Record<WayIn, string>> = {
  both: 'Signed calls and tokens',
  signatures: 'Signed calls only',
  tokens: 'Tokens only',
}

/** From where a key works, in words. */
export const placesInWords = (addresses: readonly string[]): string =>
  addresses.length === 0 ? 'Anywhere' : addresses.join(', ')
