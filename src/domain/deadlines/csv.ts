/** A line of a file of comma-separated values, with the number at which it begins. */
export interface CsvLine {
  readonly number: number
  readonly values: readonly string[]
}

const token = /"((?:[^"]|"")*)"|([^",\r\n]*)/y
const isEnd = (character: string | undefined): boolean =>
  character === undefined || character === '\n' || character === '\r'

/** Reads comma-separated values with the quoting of RFC 4180; throws SyntaxError naming the line it fails in. */
export function readCsv(text: string): readonly CsvLine[] {
  const lines: CsvLine[] = []
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  let at = 0
  let number = 1
  while (at < body.length) {
    const { values, end } = readLine(body, at, number)
    if (values.length > 1 || values[0] !== '') lines.push({ number, values })
    number += body.slice(at, end).split('\n').length - 1
    at = end
  }
  return lines
}

interface Read {
  readonly values: readonly string[]
  readonly end: number
}

function readLine(body: string, start: number, number: number): Read {
  const values: string[] = []
  for (let at = start; ; at++) {
    const { value, end } = readValue(body, at)
    values.push(value)
    at = end
    if (isEnd(body[at])) return { values, end: afterBreak(body, at) }
    if (body[at] !== ',')
      throw new SyntaxError(`line ${number}: a quotation mark stands where none may`)
  }
}

function readValue(body: string, at: number): { readonly value: string; readonly end: number } {
  token.lastIndex = at
  const [whole = '', quoted, plain = ''] = token.exec(body) ?? []
  return { value: quoted?.replaceAll('""', '"') ?? plain, end: at + whole.length }
}

function afterBreak(body: string, at: number): number {
  if (body[at] === '\r' && body[at + 1] === '\n') return at + 2
  return at + 1
}
