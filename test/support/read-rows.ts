import { SaxesParser } from 'saxes'

/** The rows that a reader of XML finds below the root: the text of each leaf, in order. */
export function rowsOfXml(xml: string): string[][] {
  const rows: string[][] = []
  let text = ''
  let depth = 0
  const parser = new SaxesParser()
  parser.on('error', (fault) => {
    throw fault
  })
  parser.on('opentag', () => {
    depth += 1
    text = ''
    if (depth === 2) rows.push([])
  })
  parser.on('text', (more) => (text += more))
  parser.on('closetag', () => {
    if (depth === 3) rows.at(-1)?.push(text)
    depth -= 1
  })
  parser.write(xml).close()
  return rows
}

const csvField = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y

/** The lines that a reader of CSV by RFC 4180 finds. */
export function rowsOfCsv(csv: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  csvField.lastIndex = 0
  while (csvField.lastIndex < csv.length) {
    const found = csvField.exec(csv)
    if (!found) throw new Error('This is no CSV')
    const [, quoted, plain = '', end] = found
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

/** The rows of an array of flat objects: the values of each, in order. */
export const rowsOfJson = (json: string): string[][] =>
  (JSON.parse(json) as Record<string, string>[]).map((each) => Object.values(each))

/** What is left of a text in XML: characters that it forbids are dropped, line breaks are LF. */
export const allowedInXml = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- these are the characters that XML 1.0 forbids
  text.replaceAll(/\r\n?/g, '\n').replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
