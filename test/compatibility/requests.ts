import { readFileSync } from 'node:fs'

/** The requests of the contract's section 10, as they go over the wire. */
const files = new Map<string, string>()

/** What is to be changed in an example: each text for another, all there are of it. */
export type Changes = Readonly<Record<string, string>>

/**
 * The bytes of an example, with those changes: `{T}` is given a token so. Where the body changes its length
 * is told anew.
 */
export function exampleRequest(name: string, changes: Changes = {}): string {
  const file = new URL(`requests/${name}.http`, import.meta.url)
  const original = files.get(name) ?? readFileSync(file, 'utf8')
  files.set(name, original)
  const changed = Object.entries(changes).reduce((text, [old, replacement]) => {
    if (!text.includes(old)) throw new Error(`${name} does not hold ${old}`)
    return text.replaceAll(old, () => replacement)
  }, original)
  const end = changed.indexOf('\r\n\r\n')
  const body = changed.slice(end + 4)
  const head = changed
    .slice(0, end)
    .replace(/^Content-Length: \d+$/m, `Content-Length: ${Buffer.byteLength(body)}`)
  return `${head}\r\n\r\n${body}`
}
