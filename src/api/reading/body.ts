import { readFormText } from './form-text.ts'
import { readJsonBody } from './json-body.ts'
import { UnreadableBody } from './wire-parameter.ts'
import type { ReadingLimits, WireParameter } from './wire-parameter.ts'
import { readXmlBody } from './xml-body.ts'

/** What a body held, and in which notation: only in a form can `db` choose the account (contract 1.1 (5)). */
export interface ReadBody {
  readonly notation: 'form' | 'json' | 'xml'
  readonly parameters: readonly WireParameter[]
}

/** Reads a body by its media type (contract 2.1 (4), (5)), or raises UnreadableBody. */
export function readBody(
  contentType: string | undefined,
  body: Uint8Array,
  limits: ReadingLimits,
): ReadBody {
  const text = decode(body)
  if (text.trim() === '') return { notation: 'form', parameters: [] }
  const notation = notationOf(contentType) ?? guess(text)
  return { notation, parameters: readers[notation](text, limits) }
}

/** Tells whether a body may be a form, by its media type alone. */
export function mayBeForm(contentType: string | undefined): boolean {
  return (notationOf(contentType) ?? 'form') === 'form'
}

const readers = {
  form: (text: string, limits: ReadingLimits) => readFormText(text, limits.parameters),
  json: readJsonBody,
  xml: readXmlBody,
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function decode(body: Uint8Array): string {
  try {
    return utf8.decode(body)
  } catch (cause) {
    throw new UnreadableBody('the body is not UTF-8', { cause })
  }
}

const notations = new Map<string, ReadBody['notation']>([
  ['application/x-www-form-urlencoded', 'form'],
  ['application/json', 'json'],
  ['application/xml', 'xml'],
  ['text/xml', 'xml'],
  ['+json', 'json'],
  ['+xml', 'xml'],
])

function notationOf(contentType = ''): ReadBody['notation'] | undefined {
  const type = (contentType.split(';', 1)[0] ?? '').trim().toLowerCase()
  const suffix = type.slice(Math.max(type.lastIndexOf('+'), 0))
  return notations.get(type) ?? notations.get(suffix)
}

function guess(text: string): ReadBody['notation'] {
  const first = text.trimStart().charAt(0)
  if (first === '{' || first === '[') return 'json'
  return first === '<' ? 'xml' : 'form'
}
