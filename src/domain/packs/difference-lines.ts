import type { Difference } from './differences.ts'
import { lineDiff, type DiffLine } from './line-diff.ts'

const longest = 70

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value))

/** A difference as lines of text; what is too long to be told beside the other is told line by line. */
export function differenceLines({ path, before, after }: Difference): readonly string[] {
  const where = `${path || 'all'}:`
  const [was, is] = [shown(before), shown(after)]
  if (was.length <= longest && is.length <= longest) return [`${where} ${was} is now ${is}`]
  if (before === undefined || after === undefined)
    return [`${where} ${shortened(was)} is now ${shortened(is)}`]
  const changed = nearChanges(lineDiff(linesOf(before), linesOf(after)))
  return [where, ...changed.map((line) => `  ${line}`)]
}

const shortened = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest)}…` : text

const linesOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value, undefined, 2)

/** The lines that changed and those beside them; three dots where others are left out. */
function nearChanges(lines: readonly DiffLine[]): readonly string[] {
  const isNear = (at: number): boolean =>
    lines.slice(Math.max(0, at - 1), at + 2).some(({ mark }) => mark !== ' ')
  return lines.flatMap(({ mark, line }, at) => {
    if (isNear(at)) return [`${mark} ${line}`.trimEnd()]
    return at === 0 || isNear(at - 1) ? ['…'] : []
  })
}
