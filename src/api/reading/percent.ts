/**
 * Decodes `+` and `%XX` of a query string or form (contract 2.2): what is no escape, or is not UTF-8, stays as
 * it was written. One pass over the bytes, for a caller may send millions of escapes.
 */
export function decodePercent(text: string): string {
  if (!text.includes('%') && !text.includes('+')) return text
  const bytes = Buffer.from(text)
  let written = 0
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0
    const length = escapedLength(bytes, at)
    if (length === 0) {
      bytes[written++] = byte === plus ? space : byte
      at += 1
    }
    for (let left = length; left > 0; left -= 1) {
      bytes[written++] = escapedByte(bytes, at)
      at += 3
    }
  }
  return bytes.toString('utf8', 0, written)
}

const percent = 0x25
const plus = 0x2b
const space = 0x20

/** How many escapes from here on are one character of UTF-8 (RFC 3629): 0 where they are none. */
function escapedLength(bytes: Buffer, at: number): number {
  const lead = escapedByte(bytes, at)
  if (lead < 0x80) return lead < 0 ? 0 : 1
  const length = characterLength(lead)
  for (let place = 1; place < length; place += 1) {
    const next = escapedByte(bytes, at + place * 3)
    const [lowest, highest] = place === 1 ? secondOf(lead) : anyContinuation
    if (next < lowest || next > highest) return 0
  }
  return length
}

function characterLength(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0
  if (lead < 0xe0) return 2
  return lead < 0xf0 ? 3 : 4
}

const anyContinuation = [0x80, 0xbf] as const

/** Neither too long a form, nor half a surrogate pair, nor more than there are characters. */
function secondOf(lead: number): readonly [number, number] {
  return narrowed.get(lead) ?? anyContinuation
}

const narrowed = new Map<number, readonly [number, number]>([
  [0xe0, [0xa0, 0xbf]],
  [0xed, [0x80, 0x9f]],
  [0xf0, [0x90, 0xbf]],
  [0xf4, [0x80, 0x8f]],
])

/** The byte that an escape stands for, -1 where there is no escape. */
function escapedByte(bytes: Buffer, at: number): number {
  if (bytes[at] !== percent) return -1
  const high = digitOf(bytes[at + 1] ?? 0)
  const low = digitOf(bytes[at + 2] ?? 0)
  return high < 0 || low < 0 ? -1 : high * 16 + low
}

const digits = new Int8Array(256).fill(-1)
for (const [value, digit] of Array.from('0123456789abcdef').entries()) {
  digits[digit.charCodeAt(0)] = value
  digits[digit.toUpperCase().charCodeAt(0)] = value
}

const digitOf = (byte: number): number => digits[byte] ?? -1
