import {
  changesOf,
  installPack,
  packHere,
  standingsOf,
  updatePack,
  type BroughtIn,
  type Pack,
} from '#domain/packs/index.ts'
import { mustAgree, yes } from '#commands/ask.ts'
import { bulleted } from '#commands/case-type/case-type-files.ts'
import { command, type Command, type Desk } from '#commands/command.ts'
import { CommandFault } from '#commands/fault.ts'
import { actor, change, enter, organisation, type Place } from '#commands/in-organisation.ts'
import { flag } from '#commands/part.ts'
import { planInWords } from './pack-in-words.ts'
import { packOperand, soundPack, teamMapOf, teamOption } from './pack-source.ts'

const options = {
  organisation,
  team: teamOption,
  replace: flag("Let the pack's version take the place of what is here."),
  yes,
}

/** Installs a pack. */
export const installing: Command = command({
  name: 'pack install',
  summary:
    'Install a service pack: its case types, letters, teams and values of lists, or nothing.',
  notes: [
    'Shows what it will do and asks. Teams that the pack gives work to are made where they are not there; --team lets one of yours, which team create makes, stand for one of them.',
  ],
  operands: packOperand,
  options,
  example: 'pack install housing-complaints --organisation north --yes',
  run: (given, desk) => bringIn(installPack, given, desk),
})

/** Updates a pack that is installed. */
export const updating: Command = command({
  name: 'pack update',
  summary: 'Bring a service pack that is installed up to another version.',
  notes: [
    'Shows what it will do and asks. What was changed here since the installation is kept, unless --replace is said; pack compare shows it. Cases that are open keep the version of their case type.',
  ],
  operands: packOperand,
  options,
  example: 'pack update housing-complaints --organisation north --yes',
  run: (given, desk) => bringIn(updatePack, given, desk),
})

interface Given {
  readonly pack: string
  readonly organisation: string | undefined
  readonly team: readonly (readonly [string, string])[]
  readonly replace: boolean
  readonly yes: boolean
}

async function bringIn(work: typeof installPack, given: Given, desk: Desk) {
  const pack = await soundPack(given.pack)
  const teams = teamMapOf(given.team)
  const place = await enter(desk, given.organisation)
  const before = await lookBefore(place, pack, teams)
  await mustAgree(given.yes, planInWords(before, given.replace))
  const done = await change(place, nameOf(work), async (db, now) => {
    if (standingsOf(await packHere(db, pack, teams)) !== standingsOf(before))
      throw new CommandFault('Something was changed meanwhile: look again, nothing was done.')
    const how = { teams, isReplacing: given.replace, by: actor(), now }
    const result = await work(db, pack, how)
    if ('faults' in result) throw refused(place, result)
    const { code, version, published, letters, kept } = result
    const particulars = { pack: code, version, published, letters, kept }
    return { result, particulars, changes: changesOf(result, before) }
  })
  return { json: done, text: doneInWords(done) }
}

const refused = (
  { organisation: { name } }: Place,
  { faults, absent = [] }: { faults: readonly string[]; absent?: readonly string[] },
): CommandFault =>
  new CommandFault((casewright) =>
    [
      `Nothing was changed. Mend this:\n${bulleted(faults)}`,
      ...[...new Set(absent)].map(
        (code) =>
          `To make the team: ${casewright} team create ${code} --organisation ${name} --name NAME`,
      ),
    ].join('\n'),
  )

const nameOf = (work: typeof installPack): string =>
  work === installPack ? installing.name : updating.name

const lookBefore = (place: Place, pack: Pack, teams: Parameters<typeof packHere>[2]) =>
  place.installation.database.read(place.organisationId, (db) => packHere(db, pack, teams))

function doneInWords(done: BroughtIn): string {
  const { code, version, published, letters, teams, options: added, kept } = done
  const listed = (what: string, all: readonly string[]) =>
    all.length === 0 ? [] : [`${what}: ${all.join(', ')}.`]
  return [
    `${code} is there in version ${version}.`,
    ...published.map((each) => `${each.name} is published as version ${each.version}.`),
    ...listed('Letters written', letters),
    ...listed('Teams made', teams),
    ...listed(
      'Added to lists',
      added.map(({ list, value }) => `${value} (${list})`),
    ),
    ...listed('Kept as they are here', kept),
  ].join('\n')
}
