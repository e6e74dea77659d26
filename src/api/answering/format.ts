import type { WireWord } from '#api/wire-word.ts'

/** The formats of a reply (contract 2.7). */
export type Format = 'xml' | 'json' | 'csv'

/** Reads `Format` in any case; what is unknown, or csv anywhere but in getreport, means xml. */
export function readFormat(word: WireWord, sent: string | undefined): Format {
  const wanted = (sent ?? '').trim().toLowerCase()
  if (wanted === 'csv') return word === 'getreport' ? 'csv' : 'xml'
  return wanted === 'json' ? 'json' : 'xml'
}

/** The content type of a reply in each format (contract 4.1). */
export const contentTypes: Readonly<Record<Format, string>> = Object.freeze({
  xml: 'text/xml;charset=UTF-8',
  json: 'application/json;charset=UTF-8',
  csv: 'text/csv;charset=UTF-8',
})
