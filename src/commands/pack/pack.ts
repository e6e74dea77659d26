import { listInstalled, packHere, shippedPacks, type Pack } from '#domain/packs/index.ts'
import { bulleted } from '#commands/case-type/case-type-files.ts'
import { command, type Command } from '#commands/command.ts'
import { counted } from '#commands/counted.ts'
import { enter, organisation } from '#commands/in-organisation.ts'
import { textTable } from '#commands/text-table.ts'
import { installing, updating } from './pack-bring-in.ts'
import { comparisonInWords } from './pack-in-words.ts'
import { lookAtPack, packOperand, soundPack, teamMapOf, teamOption } from './pack-source.ts'

const list: Command = command({
  name: 'pack list',
  summary: 'List the service packs, and with an organisation which of them it has.',
  operands: {},
  options: { organisation },
  example: 'pack list --organisation demo',
  async run({ organisation: of }, desk) {
    const codes = [...(await shippedPacks()).keys()]
    const shipped = await Promise.all(codes.map(soundPack))
    const installed = of === undefined ? [] : await installedIn(await enter(desk, of))
    const known = shipped.map(({ code, name, version }) => ({
      code,
      name,
      version,
      installed: installed.find((each) => each.code === code)?.version ?? null,
    }))
    const others = installed
      .filter(({ code }) => !codes.includes(code))
      .map(({ code, version, content }) => ({
        code,
        name: content.name,
        version: null,
        installed: version,
      }))
    const packs = [...known, ...others]
    const rows = packs.map((each) => [
      each.code,
      each.name,
      each.version ?? '',
      each.installed ?? '',
    ])
    const text = textTable(['CODE', 'NAME', 'VERSION', 'INSTALLED'], rows, 'There is no pack.')
    return { json: { packs }, text }
  },
})

const installedIn = ({ installation, organisationId }: Awaited<ReturnType<typeof enter>>) =>
  installation.database.read(organisationId, (db) => listInstalled(db, {}))

const show: Command = command({
  name: 'pack show',
  summary: 'Show what a service pack holds and what it rests on.',
  operands: packOperand,
  options: {},
  example: 'pack show housing-complaints',
  async run({ pack: named }) {
    const pack = await soundPack(named)
    return { json: pack, text: packInWords(pack) }
  },
})

function packInWords(pack: Pack): string {
  const { name, code, version, summary, nations, requires } = pack
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`${title}:`, bulleted(lines)]
  return [
    `${name} (${code} ${version}), for ${nations.join(', ')}`,
    summary,
    ...section(
      'Case types',
      pack.caseTypes.map((each) => each.name),
    ),
    ...section(
      'Letters',
      pack.letters.map((each) => `${each.code}: ${each.name} (${each.channel})`),
    ),
    ...section(
      'Teams',
      pack.teams.map((each) => `${each.code}: ${each.name}`),
    ),
    ...section('Packs that must be there first', requires),
    ...section(
      'Rests on',
      pack.sources.map((each) =>
        [`${each.citation}, for: ${each.for}.`, each.address ?? []].flat().join(' '),
      ),
    ),
  ].join('\n')
}

const check: Command = command({
  name: 'pack check',
  summary: 'List what is wrong with a service pack, and walk its sample cases through.',
  notes: ['Needs no database. Nothing is stored.'],
  operands: packOperand,
  options: {},
  example: 'pack check ./our-pack',
  async run({ pack: named }) {
    const { pack, faults } = await lookAtPack(named)
    const text =
      pack && faults.length === 0
        ? `${pack.code} ${pack.version} has no fault; ${counted(pack.samples.length, 'sample case')} came out as must be.`
        : `Mend these faults:\n${bulleted(faults)}`
    return { json: { faults }, text, exitCode: faults.length === 0 ? 0 : 1 }
  },
})

const compare: Command = command({
  name: 'pack compare',
  summary: 'Compare a service pack with what was installed of it and what has become of that here.',
  notes: [
    'Each case type and letter is told with how it stands: `same`, `changed here`, `changed in the pack`, `changed in both`, `new in the pack`, `there before the pack`, `removed here`, `gone from the pack`. What is long is told line by line: `-` what it was, `+` what it is now. Nothing is stored.',
  ],
  operands: packOperand,
  options: { organisation, team: teamOption },
  example: 'pack compare housing-complaints --organisation demo',
  async run({ pack: named, organisation: of, team }, desk) {
    const pack = await soundPack(named)
    const { installation, organisationId } = await enter(desk, of)
    const here = await installation.database.read(organisationId, (db) =>
      packHere(db, pack, teamMapOf(team)),
    )
    const { installed, items } = here
    const json = {
      code: pack.code,
      version: pack.version,
      installed: installed?.version ?? null,
      items,
    }
    return { json, text: comparisonInWords(here) }
  },
})

/** Commands about service packs. */
export const packCommands = [list, show, check, compare, installing, updating]
