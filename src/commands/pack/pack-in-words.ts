import {
  isKept,
  isTaken,
  differenceLines,
  type ComparedItem,
  type Difference,
  type PackHere,
} from '#domain/packs/index.ts'
import { bulleted } from '#commands/case-type/case-type-files.ts'

const titled = (title: string, differences: readonly Difference[]): readonly string[] =>
  differences.length === 0
    ? []
    : [`   ${title}:`, ...differences.flatMap(differenceLines).map((line) => `     ${line}`)]

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
