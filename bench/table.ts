import type { Line } from './lines.ts'

const columns: readonly (readonly [figure: string, heading: string, digits: number])[] = [
  ['perSecond', 'a second', 0],
  ['p50', 'p50 ms', 2],
  ['p95', 'p95 ms', 2],
  ['p99', 'p99 ms', 2],
  ['statements', 'statements', 0],
  ['ratio', 'ratio', 2],
  ['growth', 'grew MB', 0],
  ['longestPause', 'pause ms', 0],
  ['waited', 'waited ms', 0],
  ['longestWork', 'work ms', 0],
  ['processor', 'own µs', 0],
]

/** The lines as a table for people, with the aims beside the figures. */
export function tableOf(lines: readonly Line[]): string {
  const head = ['', '', ...columns.map(([, heading]) => heading), 'aims']
  const rows = lines.map(({ part, what, figures, aims }) => [
    part,
    what,
    ...columns.map(([figure, , digits]) => {
      const found = figures[figure]
      return found === undefined ? '' : written(found, digits)
    }),
    aims.map(({ text, isMet }) => `${text}: ${isMet ? 'met' : 'MISSED'}`).join('; '),
  ])
  const all = [head, ...rows]
  const widths = head.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)))
  const isText = (at: number) => at < 2 || at === head.length - 1
  return all
    .map((row) =>
      row
        .map((cell, at) =>
          isText(at) ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('')
}

const written = (found: number, digits: number): string =>
  found.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
