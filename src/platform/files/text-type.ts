import { TextDecoder } from 'node:util'

// WHATWG MIME Sniffing, 3: bytes that do not occur in text.
// oxlint-disable-next-line no-control-regex
const binary = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f]/

// WHATWG MIME Sniffing, 7.1: what browsers take for HTML, the comment among it only where a tag follows.
const html =
  /^(<!--((?!-->).)*-->\s*)*<(!doctype html|html|head|body|script|iframe|h1|div|font|table|a|style|title|b|br|p)[\s>]/is

const mailHeader =
  /^(received|return-path|delivered-to|from|to|cc|subject|date|message-id|mime-version|content-type|reply-to|x-[\w-]+|dkim-signature|authentication-results|arc-[\w-]+):/i

/** Tells which kind of text begins with these bytes (as Latin-1 letters), or undefined if it is no text. */
export function textType(letters: string, extension: string): string | undefined {
  const text = decode(letters)
  if (text === undefined) return undefined
  return (
    markupType(text, extension) ?? (isMail(text) ? 'message/rfc822' : plainType(text, extension))
  )
}

function markupType(text: string, extension: string): string | undefined {
  if (html.test(text)) return 'text/html'
  const isXml = /^<(\?xml|svg|\w+(:\w+)?\s+xmlns)[\s=>]/i.test(text)
  if (!isXml) return extension === 'xml' && text.startsWith('<') ? 'application/xml' : undefined
  if (/<svg[\s>]/i.test(text)) return 'image/svg+xml'
  return /<html[\s>]/i.test(text) ? 'application/xhtml+xml' : 'application/xml'
}

function plainType(text: string, extension: string): string {
  const isCsv = extension === 'csv' || (extension !== 'txt' && isTable(text))
  return isCsv ? 'text/csv' : 'text/plain'
}

function decode(letters: string): string | undefined {
  const utf16 = /^(\xff\xfe|\xfe\xff)/.exec(letters)?.[0]
  if (utf16) {
    const encoding = utf16 === '\xff\xfe' ? 'utf-16le' : 'utf-16be'
    return new TextDecoder(encoding).decode(Buffer.from(letters, 'latin1')).trimStart()
  }
  const text = letters.replace(/^\xef\xbb\xbf/, '')
  return binary.test(text) ? undefined : text.trimStart()
}

/** RFC 5322, 2.2: a message begins with header fields; three known ones, the first at the top, make it one. */
function isMail(text: string): boolean {
  const lines = text.split(/\r?\n/, 40)
  return (
    mailHeader.test(lines[0] ?? '') && lines.filter((line) => mailHeader.test(line)).length >= 3
  )
}

/** Three whole lines or more with the same number of separators outside quotation marks. */
function isTable(text: string): boolean {
  const lines = text.split(/\r?\n/, 20).slice(0, -1)
  if (lines.length < 3) return false
  return [',', ';', '\t'].some((separator) => {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(separator).length)
    return (counts[0] ?? 0) > 1 && new Set(counts).size === 1
  })
}
