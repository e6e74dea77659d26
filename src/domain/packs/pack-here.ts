import { createHash } from 'node:crypto'
import { exportCaseTypes } from '#domain/case-types/index.ts'
import { listTeams } from '#domain/people/index.ts'
import type { Reading } from '#platform/statement.ts'
import { comparePack, holdingsOf, type ComparedItem } from './compare-pack.ts'
import { packFor, type TeamMap } from './map-teams.ts'
import type { Pack, PackTeam } from './pack.ts'
import { findInstalled, listLetters, type InstalledContent } from './queries.ts'

/** A pack beside what an organisation has. */
export interface PackHere {
  readonly installed: { readonly version: string; readonly hash: string } | undefined
  /** The pack with the organisation's teams in place of its own. */
  readonly pack: Pack
  readonly hash: string
  readonly teams: TeamMap
  /** Teams that the pack names and nobody has made yet. */
  readonly absentTeams: readonly PackTeam[]
  readonly items: readonly ComparedItem[]
  /** The current versions of the organisation's case types, by their names in small letters. */
  readonly versions: ReadonlyMap<string, number>
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** A hash over all that a pack comes to in an organisation. */
export const hashOf = (pack: Pack): string =>
  createHash('sha256').update(JSON.stringify(pack)).digest('hex')

/**
 * Sets a pack beside what the organisation has now and what was installed of it. Teams that are given stand for
 * the pack's own; those that stood for them before go on doing so.
 */
export async function packHere(db: Reading, pack: Pack, given: TeamMap = {}): Promise<PackHere> {
  const [installed, caseTypes, letters, ownTeams] = await Promise.all([
    findInstalled(db, { code: pack.code }),
    exportCaseTypes(db),
    listLetters(db, {}),
    listTeams(db, {}),
  ])
  const teams = { ...stillNamed(pack, installed?.content.teams ?? {}), ...given }
  const meant = packFor(teams, pack)
  const here = holdingsOf({
    caseTypes: caseTypes.map((each) => ({
      ...each,
      // a name means the same case type in capitals
      name: meant.caseTypes.find(({ name }) => isSame(name, each.name))?.name ?? each.name,
    })),
    letters,
  })
  return {
    installed: installed && { version: installed.version, hash: installed.hash },
    pack: meant,
    hash: hashOf(meant),
    teams,
    absentTeams: pack.teams.filter(
      ({ code }) =>
        !Object.keys(teams).some((of) => isSame(of, code)) &&
        !ownTeams.some((own) => isSame(own.code, code)),
    ),
    versions: new Map(caseTypes.map(({ name, version }) => [name.toLowerCase(), version])),
    items: comparePack({
      installed: installed && holdingsOf(installed.content),
      here,
      pack: holdingsOf(meant),
    }),
  }
}

/** A pack may have given up a team since. */
const stillNamed = ({ teams }: Pack, stored: TeamMap): TeamMap =>
  Object.fromEntries(
    Object.entries(stored).filter(([of]) => teams.some(({ code }) => isSame(code, of))),
  )

/** A hash over how everything of a pack stands here: as long as it is the same, what was shown of it is so. */
export const standingsOf = ({ installed, items }: PackHere): string =>
  createHash('sha256')
    .update(JSON.stringify([installed?.hash, items.map(({ name, standing }) => [name, standing])]))
    .digest('hex')

/** What is kept of a pack once it is installed. */
export const contentOf = ({ pack, teams }: PackHere): InstalledContent => {
  const { name, caseTypes, letters } = pack
  return { name, caseTypes, letters, teams }
}
