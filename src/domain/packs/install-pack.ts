import type { Change } from '#domain/change-log/index.ts'
import { publishCaseType } from '#domain/case-types/index.ts'
import { insertOption, listOptions } from '#domain/options/index.ts'
import { organisationSettings } from '#domain/organisations/index.ts'
import { insertTeam, listTeams } from '#domain/people/index.ts'
import type { Writing } from '#platform/statement.ts'
import { isKept, isTaken, type ComparedItem } from './compare-pack.ts'
import type { TeamMap } from './map-teams.ts'
import type { Pack } from './pack.ts'
import { contentOf, packHere, type PackHere } from './pack-here.ts'
import { holdPacks, listInstalled, putInstalled, putLetters } from './queries.ts'

/** How a pack is to be brought in. */
export interface Bringing {
  /** Teams of the organisation that stand for teams of the pack. */
  readonly teams?: TeamMap
  /** Does the pack's version take the place of what was changed here? */
  readonly isReplacing?: boolean
  readonly by: string
  readonly now: Date
}

/** What bringing a pack in came to. */
export interface BroughtIn {
  readonly code: string
  readonly version: string
  readonly published: readonly { readonly name: string; readonly version: number }[]
  readonly letters: readonly string[]
  readonly teams: readonly string[]
  readonly options: readonly { readonly list: string; readonly value: string }[]
  /** What stays as it is here although the pack has it otherwise. */
  readonly kept: readonly string[]
}

/** What a pack was brought to, or all that keeps it out; a transaction with faults must not be kept. */
export type Bringings =
  | BroughtIn
  | {
      readonly faults: readonly string[]
      /** Teams that are to stand for the pack's and that nobody has made. */
      readonly absent?: readonly string[]
    }

/** Installs a pack in the transaction's organisation. */
export async function installPack(db: Writing, pack: Pack, how: Bringing): Promise<Bringings> {
  await holdPacks(db, {})
  const here = await packHere(db, pack, how.teams)
  if (here.installed)
    return { faults: [`${pack.code} is installed already, in version ${here.installed.version}`] }
  const inTheWay = here.items.filter((item) => isKept(item, how.isReplacing ?? false))
  const faults = [
    ...(await unfit(db, pack)),
    ...inTheWay.map(
      ({ kind, name }) => `There is a ${kind} ${name} already, which is not the pack's`,
    ),
  ]
  return faults.length > 0 ? { faults } : bringIn(db, here, how)
}

/** Updates a pack that is installed: what was changed here is kept unless it is to be replaced. */
export async function updatePack(db: Writing, pack: Pack, how: Bringing): Promise<Bringings> {
  await holdPacks(db, {})
  const here = await packHere(db, pack, how.teams)
  const { installed } = here
  if (!installed) return { faults: [`${pack.code} is not installed`] }
  if (isOlder(pack.version, installed.version))
    return { faults: [`${pack.code} is installed in version ${installed.version}, which is newer`] }
  const faults = await unfit(db, pack)
  return faults.length > 0 ? { faults } : bringIn(db, here, how)
}

/** What the change log keeps of bringing a pack in. */
export const changesOf = (
  { code, version, published, letters, teams, options }: BroughtIn,
  { installed, versions }: PackHere,
): readonly Change[] => [
  {
    kind: 'service pack',
    subject: code,
    before: installed ? { version: installed.version } : null,
    after: { version, letters, options: options.map(({ list, value }) => `${list}: ${value}`) },
  },
  ...published.map(({ name, version: now }) => {
    const earlier = versions.get(name.toLowerCase())
    const before = earlier === undefined ? null : { version: earlier }
    return { kind: 'case type' as const, subject: name, before, after: { version: now } }
  }),
  ...teams.map((team) => ({
    kind: 'team' as const,
    subject: team,
    before: null,
    after: { pack: code },
  })),
]

/** What a pack asks of the organisation that is not so. */
async function unfit(db: Writing, { code, nations, requires }: Pack): Promise<readonly string[]> {
  const { nation } = await organisationSettings(db)
  const packs = (await listInstalled(db, {})).map((each) => each.code)
  return [
    ...(nations.includes(nation)
      ? []
      : [`${code} is for ${nations.join(', ')}, and the organisation works in ${nation}`]),
    ...requires
      .filter((each) => !packs.includes(each))
      .map((each) => `The pack ${each} must be installed first`),
  ]
}

/** Tells whether a version is older than another. */
export function isOlder(one: string, other: string): boolean {
  const [a = [], b = []] = [one, other].map((version) => version.split('.').map(Number))
  const at = a.findIndex((number, place) => number !== b[place])
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0)
}

async function bringIn(db: Writing, here: PackHere, how: Bringing): Promise<Bringings> {
  const { pack, absentTeams, items } = here
  const { now, isReplacing = false } = how
  const unknown = await unknownTeams(db, here)
  if (unknown.faults.length > 0) return unknown
  for (const { code, name } of absentTeams)
    await insertTeam(db, { code, name, department: null, directorate: null })
  const options = await addOptions(db, pack)
  const taken = items.filter((item) => isTaken(item, isReplacing))
  const letters = pack.letters.filter(({ code }) => isAmong(taken, 'letter', code))
  if (letters.length > 0) await putLetters(db, { letters, now })
  const { published, faults } = await publishAll(db, { pack, taken, now })
  if (faults.length > 0) return { faults }
  await putInstalled(db, {
    code: pack.code,
    version: pack.version,
    hash: here.hash,
    content: contentOf(here),
    installedBy: how.by,
    installedAt: now,
  })
  return {
    code: pack.code,
    version: pack.version,
    published,
    letters: letters.map(({ code }) => code),
    teams: absentTeams.map(({ code }) => code),
    options,
    kept: items.filter((item) => isKept(item, isReplacing)).map(({ name }) => name),
  }
}

const isAmong = (items: readonly ComparedItem[], kind: ComparedItem['kind'], name: string) =>
  items.some((item) => item.kind === kind && item.name === name)

async function unknownTeams(db: Writing, { teams, pack }: PackHere) {
  const has = (codes: readonly string[], sought: string) =>
    codes.some((code) => code.toLowerCase() === sought.toLowerCase())
  const own = (await listTeams(db, {})).map(({ code }) => code)
  const named = pack.teams.map(({ code }) => code)
  const faults = Object.entries(teams).flatMap(([of, to]) => [
    ...(has(named, of) ? [] : [`The pack has no team ${of}; it has: ${named.join(', ')}`]),
    ...(has(own, to) ? [] : [`There is no team ${to} to stand for ${of}`]),
  ])
  return { faults, absent: Object.values(teams).filter((to) => !has(own, to)) }
}

/** What stands in a list already is left as it is. */
async function addOptions(db: Writing, { options }: Pack) {
  const all = await listOptions(db, {})
  const added: { readonly list: string; readonly value: string }[] = []
  for (const option of options) {
    const inList = all.filter(({ list }) => list === option.list)
    if (isThere(inList, option)) continue
    const position = inList.length + added.length
    const rows = await insertOption(db, { ...option, position })
    added.push(...rows.map(({ value }) => ({ list: option.list, value })))
  }
  return added
}

const isThere = (
  all: Awaited<ReturnType<typeof listOptions>>,
  { value, groupName }: Pack['options'][number],
): boolean =>
  all.some(
    (each) => each.groupName === groupName && each.value.toLowerCase() === value.toLowerCase(),
  )

interface Publishing {
  readonly pack: Pack
  readonly taken: readonly ComparedItem[]
  readonly now: Date
}

async function publishAll(db: Writing, { pack, taken, now }: Publishing) {
  const published: { readonly name: string; readonly version: number }[] = []
  const faults: string[] = []
  for (const { name, definition } of pack.caseTypes) {
    if (!isAmong(taken, 'case type', name)) continue
    const publication = await publishCaseType(db, definition, now)
    if ('faults' in publication)
      faults.push(...publication.faults.map((each) => `${name}: ${each}`))
    else published.push({ name, version: publication.caseType.version })
  }
  return { published, faults }
}
