import {
  isKept,
  isTaken,
  lineDiff,
  type ComparedItem,
  type DiffLine,
  type Difference,
  type PackHere,
} from '#domain/packs/index.ts'
import { bulleted } from '#commands/case-type/case-type-files.ts'

const longest = 70

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value))

/** What is too long to be told beside the other is told line by line. */
function differenceLines({ path, before, after }: Difference): readonly string[] {
  const where = `     ${path || 'all'}:`
  const [was, is] = [shown(before), shown(after)]
  if (was.length <= longest && is.length <= longest) return [`${where} ${was} is now ${is}`]
  if (before === undefined || after === undefined)
    return [`${where} ${shortened(was)} is now ${shortened(is)}`]
  const changed = nearChanges(lineDiff(linesOf(before), linesOf(after)))
  return [where, ...changed.map((line) => `       ${line}`)]
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

const titled = (title: string, differences: readonly Difference[]): readonly string[] =>
  differences.length === 0 ? [] : [`   ${title}:`, ...differences.flatMap(differenceLines)]

const itemLines = ({ kind, name, standing, here, pack }: ComparedItem): readonly string[] => [
  `- ${kind} ${name}: ${standing}`,
  ...titled('Changed here since it was installed', here),
  ...titled('Changed in the pack since then', pack),
]

/** How a pack stands to what an organisation has, item by item, as text. */
export const comparisonInWords = ({ pack, installed, items }: PackHere): string =>
  [
    installed
      ? `${pack.code} ${pack.version}; ${installed.version} is installed.`
      : `${pack.code} ${pack.version}; it is not installed.`,
    ...items.flatMap(itemLines),
  ].join('\n')

const named = ({ kind, name, standing }: ComparedItem): string => `${kind} ${name} (${standing})`

const listed = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`${title}:`, bulleted(lines)]

/** What bringing a pack in is about to do, as text. */
export function planInWords(here: PackHere, isReplacing: boolean): string {
  const { pack, items, absentTeams } = here
  const taken = items.filter((item) => isTaken(item, isReplacing))
  const kept = items.filter((item) => isKept(item, isReplacing))
  return [
    `${pack.name} (${pack.code} ${pack.version})`,
    ...listed('Will be published or written', taken.map(named)),
    ...listed('Stays as it is here', kept.map(named)),
    ...listed(
      'Teams to be made',
      absentTeams.map(({ code, name }) => `${code} (${name})`),
    ),
    'Cases that are open keep the version that they were opened under.',
  ].join('\n')
}
