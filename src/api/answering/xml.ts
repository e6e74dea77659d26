import type { XmlElement } from '#kernel/answer.ts'

/** How an XML reply is laid out; some callers read it by its text (contract 4.2). */
export interface XmlLayout {
  /** `line` puts everything on one line, `lines` each element on its own, `indented` two levels of records. */
  readonly style: 'line' | 'lines' | 'indented'
  readonly isStandalone?: boolean
}

/** Writes a reply in XML with its declaration (contract 4.2). */
export function writeXml(root: XmlElement, layout: XmlLayout = { style: 'line' }): string {
  const standalone = layout.isStandalone ? ' standalone="yes"' : ''
  const separator = layout.style === 'line' ? '' : '\n'
  const declaration = `<?xml version="1.0" encoding="UTF-8"${standalone}?>`
  return declaration + separator + writeElement(root, { style: layout.style, depth: 0 })
}

/** Escapes text for an element or an attribute and drops what XML 1.0 forbids. */
export function escapeXml(text: string): string {
  if (!unusual.test(text)) return text
  const allowed = allowedXml(text)
  return special.test(allowed) ? allowed.replaceAll(everySpecial, escaped) : allowed
}

/** Drops what XML 1.0 forbids, halves of surrogate pairs among it, and writes line breaks as LF. */
function allowedXml(text: string): string {
  const broken = text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text
  const whole = forbidden.test(broken) ? broken.replaceAll(everyForbidden, '') : broken
  return whole.isWellFormed() ? whole : whole.replaceAll(loneSurrogates, '')
}

interface Position {
  readonly style: XmlLayout['style']
  readonly depth: number
}

const deepestIndented = 2

function writeElement({ name, attributes, content }: XmlElement, at: Position): string {
  const tag = attributes ? name + writeAttributes(attributes) : name
  if (typeof content === 'string') return `<${tag}>${escapeXml(content)}</${name}>`
  if ('cdata' in content) return `<${tag}>${writeCdata(content.cdata)}</${name}>`
  const children = writableElements(content)
  // An empty list is one tag with a space and without attributes, or a client breaks (contract 4.2 (2)).
  if (children.length === 0) return `<${name} />`
  return `<${tag}>${writeChildren(children, at)}</${name}>`
}

/**
 * Leaves out the fields that would break a reader: names XML does not know, a trailing number above 9, and
 * `X1` beside `X` (contract 4.2 (4)).
 */
function writableElements(elements: readonly XmlElement[]): readonly XmlElement[] {
  if (elements.every(({ name }) => plainName.test(name))) return elements
  const known = elements.filter(({ name }) => xmlName.test(name))
  if (!known.some(({ name }) => stemOf(name) !== name)) return known
  const names = new Set(known.map(({ name }) => name))
  return known.filter(({ name }) => {
    const stem = stemOf(name)
    return stem === name || (Number(name.slice(stem.length)) <= 9 && !names.has(stem))
  })
}

/** A name without its trailing digits. */
function stemOf(name: string): string {
  let end = name.length
  while (isDigit(name.charCodeAt(end - 1))) end -= 1
  return name.slice(0, end)
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

// put together by +, not join: the text is made once, when all of it is there
function writeChildren(children: readonly XmlElement[], at: Position): string {
  const { inset, lineEnd, indent } = insetsOf(at)
  const below = { style: at.style, depth: at.depth + 1 }
  let written = lineEnd
  for (const child of children) written += inset + writeElement(child, below) + lineEnd
  return written + indent
}

function insetsOf({ style, depth }: Position) {
  if (style === 'lines') return { inset: '', lineEnd: '\n', indent: '' }
  if (style === 'line' || depth >= deepestIndented) return { inset: '', lineEnd: '', indent: '' }
  const indent = '  '.repeat(depth)
  return { inset: `${indent}  `, lineEnd: '\n', indent }
}

function writeAttributes(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value).replaceAll(everyBreak, escaped)}"`)
    .join('')
}

function writeCdata(text: string): string {
  return `<![CDATA[${allowedXml(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

/* oxlint-disable no-control-regex -- these are the characters that XML 1.0 forbids */
/** Whatever may be written otherwise than it stands: a text with none of it is looked at once. */
const unusual = /[\0-\x08\x0b-\x1f&<>"\ud800-\udfff\ufffe\uffff]/
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/
const everyForbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g
/* oxlint-enable no-control-regex */
const xmlName = /^[\p{L}_][\p{L}\p{N}._-]*$/u
/** A name that XML knows and that ends in no digit. */
const plainName = /^[A-Z_](?:[\w.-]*[A-Z_.-])?$/i
const loneSurrogates = /\p{Surrogate}/gu
const special = /[&<>"]/
const everySpecial = /[&<>"]/g
const everyBreak = /[\n\t]/g

function escaped(character: string): string {
  return escapes[character] ?? character
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
}
