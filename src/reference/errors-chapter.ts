import { errorBases } from '#api/answering/error-bases.ts'
import type { ErrorRow, Evidence } from '#api/answering/error-table.ts'
import { wireWords } from '#api/wire-word.ts'
import { rowsOf } from './answered-errors.ts'
import { inCode, paragraph, table, type Chapter } from './document.ts'

const evidences: Readonly<Record<Evidence, string>> = {
  S: 'stated in the original documents of the interface',
  R: 'recorded from the real service, or relied on by a client in production',
  D: 'stated in other public documentation',
  I: 'inferred from a pattern; nothing contradicts it',
  P: 'our placeholder, because nothing is known: do not build on the number or the text',
}

/** Every row of the one table of errors. */
export const errorsChapter: Chapter = {
  id: 'errors',
  title: 'Errors',
  blocks: [
    paragraph(
      'A code is the base of the service plus an offset. The strongest evidence there is for each row:',
    ),
    table(
      ['Evidence', 'Meaning'],
      Object.entries(evidences).map(([tag, meaning]) => [tag, meaning]),
    ),
  ],
  chapters: [
    {
      id: 'error-bases',
      title: 'Bases',
      blocks: [
        table(
          ['Service', 'Base', 'Evidence', 'Own wording of offsets 0 and 1'],
          wireWords.map((word) => {
            const { base, evidence, method, address } = errorBases[word]
            const wordings = [method, address].filter((text) => text !== undefined)
            return [word, String(base), evidence, wordings.map(inCode).join(', ')]
          }),
        ),
      ],
    },
    {
      id: 'common-errors',
      title: 'Errors of every service',
      blocks: [
        paragraph(
          'The code is the base plus the offset, unless the service has a row of its own for the cause. `*` is the name of a parameter.',
        ),
        rowTable(['Offset'], rowsOf('any'), ({ offset }) => [`+${offset}`]),
      ],
    },
    {
      id: 'errors-by-service',
      title: 'Errors of one service',
      blocks: [
        rowTable(
          ['Service', 'Code'],
          wireWords.flatMap((word) => rowsOf(word)),
          ({ word, offset }) => [word, String(baseOf(word) + offset)],
        ),
        paragraph('A word that is no service at all:'),
        rowTable(['Code'], rowsOf('none'), ({ offset }) => [String(offset)]),
      ],
    },
  ],
}

function rowTable(
  head: readonly string[],
  rows: readonly ErrorRow[],
  start: (row: ErrorRow) => readonly string[],
) {
  return table(
    [...head, 'Status', 'Text', 'When', 'Evidence'],
    rows.map((row) => [
      ...start(row),
      String(row.status),
      inCode(row.info),
      row.when,
      row.evidence,
    ]),
  )
}

function baseOf(word: ErrorRow['word']): number {
  return word === 'any' || word === 'none' ? 0 : errorBases[word].base
}
