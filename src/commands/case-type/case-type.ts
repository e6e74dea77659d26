import { exportCaseTypes, publishCaseType } from '#domain/case-types/index.ts'
import { command, type Command } from '#commands/command.ts'
import { CommandFault } from '#commands/fault.ts'
import { change, enter, organisation, type Place } from '#commands/in-organisation.ts'
import { path, words } from '#commands/kinds.ts'
import { optional, repeated } from '#commands/part.ts'
import { textTable } from '#commands/text-table.ts'
import { check } from './case-type-check.ts'
import { diagram } from './case-type-diagram.ts'
import { bulleted, readDefinitions, titleOf } from './case-type-files.ts'
import { simulateCommand } from './case-type-simulate.ts'

const read = ({ installation, organisationId }: Place, name?: string) =>
  installation.database.read(organisationId, (db) => exportCaseTypes(db, name))

const list: Command = command({
  name: 'case-type list',
  summary: 'List the case types and their current versions.',
  operands: {},
  options: { organisation },
  example: 'case-type list --organisation demo',
  async run({ organisation: of }, desk) {
    const place = await enter(desk, of)
    const types = await read(place)
    const caseTypes = types.map(({ name, version }) => ({ name, version }))
    const rows = caseTypes.map(({ name, version }) => [name, String(version)])
    const empty = `There is no case type yet; bring one in: ${desk.casewright} case-type import FILE --organisation ${place.organisation.name}`
    return { json: { caseTypes }, text: textTable(['NAME', 'VERSION'], rows, empty) }
  },
})

const exporting: Command = command({
  name: 'case-type export',
  summary: 'Print the definitions of all case types, or of one, as case-type import takes them.',
  operands: {
    name: optional(words, { placeholder: 'NAME', meaning: 'The one case type; without it all.' }),
  },
  options: { organisation },
  example: 'case-type export Complaint --organisation demo > complaint.json',
  async run({ name, organisation: of }, desk) {
    const types = await read(await enter(desk, of), name)
    if (name !== undefined && types.length === 0)
      throw new CommandFault(
        (casewright) =>
          `There is no case type "${name}"; ${casewright} case-type list shows those there are.`,
      )
    const definitions = types.map(({ definition }) => definition)
    const json = name === undefined ? definitions : definitions[0]
    return { json, text: JSON.stringify(json, undefined, 2) }
  },
})

const importing: Command = command({
  name: 'case-type import',
  summary: 'Publish case types from files; cases that are open keep their version.',
  notes: [
    'A file holds one definition, or a list of them, in JSON. Either all of them are published or none: where anything is wrong, every fault is shown.',
  ],
  operands: {
    files: repeated(path, { least: 1, placeholder: 'FILE', meaning: 'Files of definitions.' }),
  },
  options: { organisation },
  example: 'case-type import complaint.json --organisation demo',
  async run({ files, organisation: of }, desk) {
    const definitions = (await Promise.all(files.map(readDefinitions))).flat()
    const place = await enter(desk, of)
    const caseTypes = await publish(place, definitions)
    const lines = caseTypes.map(
      ({ name, version }) => `${name} is published as version ${version}.`,
    )
    const text = lines.join('\n') || 'The files hold no definition; nothing was published.'
    return { json: { caseTypes }, text }
  },
})

interface Published {
  readonly name: string
  readonly version: number
}

const publish = (place: Place, definitions: readonly unknown[]): Promise<readonly Published[]> =>
  change(place, importing.name, async (db, now) => {
    const published: Published[] = []
    const faults: string[] = []
    const held = new Map((await exportCaseTypes(db)).map((each) => [each.name, each.version]))
    for (const [at, definition] of definitions.entries()) {
      const publication = await publishCaseType(db, definition, now)
      if ('caseType' in publication) {
        const { name, version } = publication.caseType
        published.push({ name, version })
      } else faults.push(...publication.faults.map((each) => `${titleOf(definition, at)}: ${each}`))
    }
    if (faults.length > 0)
      throw new CommandFault(`Nothing was published. Mend these faults:\n${bulleted(faults)}`)
    const changes = published.map(({ name, version }) => {
      const earlier = held.get(name)
      const before = earlier === undefined ? null : { version: earlier }
      return { kind: 'case type' as const, subject: name, before, after: { version } }
    })
    return { result: published, particulars: { caseTypes: published }, changes }
  })

export const caseTypeCommands = [list, exporting, importing, check, simulateCommand, diagram]
