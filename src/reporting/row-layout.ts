/** What stands around and between the texts of the rows in one format, and what is written for some bytes. */
export interface RowLayout {
  /** Before the first row's first text. */
  readonly opening: string
  /** Between a text and the next of the same row. */
  readonly betweenTexts: readonly string[]
  /** Between the last text of a row and the first of the next. */
  readonly betweenRows: string
  /** After the last row's last text. */
  readonly closing: (rows: number) => string
  /** All there is where there are no rows. */
  readonly whenEmpty: string
  /** What is written for a byte that does not stand for itself. */
  readonly replacements: ReadonlyMap<number, string>
  /** Bytes for whose sake a text is put between quotation marks. */
  readonly quoting: ReadonlySet<number>
  /** True where characters that XML 1.0 forbids are dropped and line breaks become LF. */
  readonly isXml: boolean
}

/** What a table in CSV has besides its rows (contract 6.5). */
export interface CsvParts {
  readonly hasHeader: boolean
  readonly hasFooter: boolean
}

/** The names of the elements around all rows and around one. */
export interface ElementNames {
  readonly all: string
  readonly one: string
}

const byteOf = (character: string): number => character.charCodeAt(0)
const controls = Array.from({ length: 0x20 }, (_, code) => code)
const between = (names: readonly string[], text: (before: string, after: string) => string) =>
  names.slice(1).map((after, at) => text(names[at] ?? '', after))

/** One array of flat objects, all text (contract 6.5). */
export function jsonLayout(names: readonly string[]): RowLayout {
  const first = `{${JSON.stringify(names[0])}: "`
  return Object.freeze<RowLayout>({
    opening: `[${first}`,
    betweenTexts: between(names, (_, after) => `", ${JSON.stringify(after)}: "`),
    betweenRows: `"}, ${first}`,
    closing: () => '"}]',
    whenEmpty: '[]',
    replacements: new Map([
      ...controls.map(
        (code) => [code, JSON.stringify(String.fromCharCode(code)).slice(1, -1)] as const,
      ),
      [byteOf('"'), '\\"'],
      [byteOf('\\'), '\\\\'],
    ]),
    quoting: new Set(),
    isXml: false,
  })
}

/** An element for each row with an element for each text, all on one line (contract 6.5). */
export function xmlLayout(names: readonly string[], { all, one }: ElementNames): RowLayout {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>'
  const [firstName, lastName] = [names[0], names.at(-1)]
  const first = `<${one}>${firstName === undefined ? '' : `<${firstName}>`}`
  const last = `${lastName === undefined ? '' : `</${lastName}>`}</${one}>`
  return Object.freeze<RowLayout>({
    opening: `${declaration}<${all}>${first}`,
    betweenTexts: between(names, (before, after) => `</${before}><${after}>`),
    betweenRows: `${last}${first}`,
    closing: () => `${last}</${all}>`,
    whenEmpty: `${declaration}<${all} />`,
    replacements: new Map([
      ...controls.filter((code) => ![9, 10, 13].includes(code)).map((code) => [code, ''] as const),
      [byteOf('&'), '&amp;'],
      [byteOf('<'), '&lt;'],
      [byteOf('>'), '&gt;'],
    ]),
    quoting: new Set(),
    isXml: true,
  })
}

const csvText = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** RFC 4180: a line for each row, ended by CR LF, after a line of names if wanted (contract 4.3, 6.5). */
export function csvLayout(names: readonly string[], { hasHeader, hasFooter }: CsvParts): RowLayout {
  const header = hasHeader ? `${names.map(csvText).join(',')}\r\n` : ''
  const footer = (rows: number) => (hasFooter ? `${rows}\r\n` : '')
  return Object.freeze<RowLayout>({
    opening: header,
    betweenTexts: between(names, () => ','),
    betweenRows: '\r\n',
    closing: (rows) => `\r\n${footer(rows)}`,
    whenEmpty: header + footer(0),
    replacements: new Map([[byteOf('"'), '""']]),
    quoting: new Set([',', '"', '\r', '\n'].map(byteOf)),
    isXml: false,
  })
}
