import type { WireParameter } from './wire-parameter.ts'

/** Reads a query string or form body (contract 2.2); every text can be read, so nothing is raised. */
export function readFormText(text: string): WireParameter[] {
  const parameters: WireParameter[] = []
  for (const segment of text.split('&')) {
    const equals = segment.indexOf('=')
    const [name, value] =
      equals === -1 ? [segment, ''] : [segment.slice(0, equals), segment.slice(equals + 1)]
    if (name !== '') parameters.push({ name: decode(name), value: decode(value) })
  }
  return parameters
}

function decode(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text
  if (!spaced.includes('%')) return spaced
  try {
    return decodeURIComponent(spaced)
  } catch {
    return spaced.replace(escapes, decodeRun)
  }
}

const escapes = /(?:%[0-9A-Fa-f]{2})+/g
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Decodes the characters that are UTF-8 and leaves the other escapes as they were written. */
function decodeRun(run: string): string {
  const bytes = Buffer.from(run.replaceAll('%', ''), 'hex')
  let text = ''
  let at = 0
  while (at < bytes.length) {
    const length = characterLength(bytes[at] ?? 0)
    const character = decodeBytes(bytes.subarray(at, at + length))
    text += character ?? run.slice(at * 3, at * 3 + 3)
    at += character === undefined ? 1 : length
  }
  return text
}

function characterLength(lead: number): number {
  if (lead < 0xc0) return 1
  if (lead < 0xe0) return 2
  return lead < 0xf0 ? 3 : 4
}

function decodeBytes(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}
