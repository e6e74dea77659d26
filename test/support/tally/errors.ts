import { errorBases } from '#api/answering/error-bases.ts'
import { errorRows, type ErrorRow } from '#api/answering/error-table.ts'
import type { WireWord } from '#api/wire-word.ts'
import { tally } from './tally.ts'

interface ErrorReply {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, unknown>>
}

/** Counts the error that a reply carries, if it carries one. */
export function tallyError({ statusCode, headers }: ErrorReply): void {
  const code = headers['x-application-error-code']
  if (typeof code !== 'string') return
  tally('error', `${statusCode} ${code} ${String(headers['x-application-error-info'])}`)
}

/** One row of the catalogue of errors, and whether a line of the tally is it. */
export interface CountedError {
  readonly name: string
  readonly isRaisedBy: (line: string) => boolean
}

const words = Object.keys(errorBases) as WireWord[]

function basesOf(word: ErrorRow['word']): readonly number[] {
  if (word === 'none') return [0]
  return word === 'any' ? words.map((one) => errorBases[one].base) : [errorBases[word].base]
}

/** The texts of a row: its own, and for methods and addresses the wordings of single services. */
const textsOf = ({ info, causes }: ErrorRow): readonly string[] => [
  info,
  ...causes.flatMap((cause) =>
    cause === 'method' || cause === 'address'
      ? words.flatMap((word) => errorBases[word][cause] ?? [])
      : [],
  ),
]

function fits(text: string, sent: string): boolean {
  const [before = '', after] = text.split('*')
  if (after === undefined) return sent === text
  return (
    sent.length > before.length + after.length && sent.startsWith(before) && sent.endsWith(after)
  )
}

/** Every row of the catalogue of errors; each is to be raised by a call over HTTP. */
export const countedErrors: readonly CountedError[] = errorRows.map((row) => {
  const codes = new Set(basesOf(row.word).map((base) => `${row.status} ${base + row.offset}`))
  const texts = textsOf(row)
  return {
    name: `${row.word} +${row.offset} ${row.status}: ${row.info} (${row.when})`,
    isRaisedBy(line) {
      const [, code = '', info = ''] = /^error (\d+ \d+) (.*)$/.exec(line) ?? []
      return codes.has(code) && texts.some((text) => fits(text, info))
    },
  }
})
