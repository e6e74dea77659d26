import {
  packFor,
  readPackFolder,
  shippedPacks,
  type Pack,
  type TeamMap,
} from '#domain/packs/index.ts'

/** The service packs of an organisation, the teams that do their work, and what it has changed in them. */
export interface SeedPacks {
  readonly installed: readonly string[]
  readonly teams: TeamMap
  /** By case type: members that take the place of the pack's. */
  readonly amendments: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** Reads the packs; throws where one cannot be read. */
export async function readPacks({ installed }: SeedPacks): Promise<readonly Pack[]> {
  const folders = await shippedPacks()
  return Promise.all(
    installed.map(async (code) => {
      const read = await readPackFolder(folders.get(code) ?? code)
      if ('pack' in read) return read.pack
      throw new Error(`The pack ${code} cannot be read: ${read.faults.join('; ')}`)
    }),
  )
}

/** Of all teams that stand for another, those that a pack names. */
export const teamsFor = ({ teams }: Pack, all: TeamMap): TeamMap =>
  Object.fromEntries(Object.entries(all).filter(([of]) => teams.some(({ code }) => code === of)))

/** The definitions that the organisation has changed, with its teams. */
export const amendedCaseTypes = (
  packs: readonly Pack[],
  { teams, amendments }: SeedPacks,
): readonly unknown[] =>
  packs
    .flatMap((pack) => packFor(teams, pack).caseTypes)
    .flatMap(({ name, definition }) => {
      const amendment = amendments[name]
      return amendment ? [{ ...(definition as object), ...amendment }] : []
    })
