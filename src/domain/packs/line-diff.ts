/** A line that two texts share, or that one of them has alone. */
export interface DiffLine {
  readonly mark: ' ' | '-' | '+'
  readonly line: string
}

/** Above this many pairs of lines the texts are told one after the other. */
const mostPairs = 4_000_000

/** What became of each line of a text, by the longest common subsequence: kept, gone, or new. */
export function lineDiff(before: string, after: string): readonly DiffLine[] {
  const [was, is] = [before.split('\n'), after.split('\n')]
  const lengths = was.length * is.length > mostPairs ? [] : commonLengths(was, is)
  const found: DiffLine[] = []
  let [from, to] = [0, 0]
  while (from < was.length || to < is.length) {
    const mark = markOf(was.slice(from, from + 1), is.slice(to, to + 1), () =>
      isGoneFirst(lengths, from, to),
    )
    found.push({ mark, line: (mark === '+' ? is[to] : was[from]) ?? '' })
    if (mark !== '+') from++
    if (mark !== '-') to++
  }
  return found
}

/** What becomes of the next line of each text; of a text that has ended there is none. */
function markOf(
  [gone]: readonly string[],
  [come]: readonly string[],
  isGone: () => boolean,
): DiffLine['mark'] {
  if (gone === come) return ' '
  if (come === undefined) return '-'
  return gone !== undefined && isGone() ? '-' : '+'
}

type Lengths = readonly (readonly number[])[]

const isGoneFirst = (lengths: Lengths, from: number, to: number): boolean =>
  (lengths[from + 1]?.[to] ?? 0) >= (lengths[from]?.[to + 1] ?? 0)

/** For each pair of places, how many lines can be kept from there on. */
function commonLengths(was: readonly string[], is: readonly string[]): Lengths {
  const lengths: number[][] = []
  lengths[was.length] = []
  for (let from = was.length - 1; from >= 0; from--)
    lengths[from] = rowBefore(lengths[from + 1] ?? [], was[from] ?? '', is)
  return lengths
}

/** The lengths of one line, from those of the line below; what is past the end has none. */
function rowBefore(below: readonly number[], line: string, is: readonly string[]): number[] {
  const row: number[] = []
  for (let to = is.length - 1; to >= 0; to--)
    row[to] =
      line === is[to] ? (below[to + 1] ?? 0) + 1 : Math.max(below[to] ?? 0, row[to + 1] ?? 0)
  return row
}
