/** Lines of columns with their headings, aligned; the sentence given where there are no rows. */
export function textTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  whenEmpty: string,
): string {
  if (rows.length === 0) return whenEmpty
  const lines = [headings, ...rows].map((row) => row.map(onOneLine))
  const widths = headings.map((_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  )
  return lines
    .map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n')
}

/** Control characters in stored texts could otherwise move a terminal's cursor. */
// oxlint-disable-next-line no-control-regex
const onOneLine = (text: string): string => text.replaceAll(/[\0-\x1f\x7f-\x9f]+/g, ' ')

/** A moment to the second, in universal time. */
export const moment = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`
