import { checkCaseType, checkDefinition, parseCaseType } from '#domain/case-types/index.ts'
import { command, type Command, type Desk } from '#commands/command.ts'
import { enter } from '#commands/in-organisation.ts'
import { path, words } from '#commands/kinds.ts'
import { optional, repeated } from '#commands/part.ts'
import { bulleted, readDefinitions, titleOf } from './case-type-files.ts'

/** Lists what would keep case types from being published. */
export const check: Command = command({
  name: 'case-type check',
  summary: 'List what is wrong with case types in files, without publishing them.',
  notes: [
    'It needs no database. Teams, letters and the names of other case types are checked against an organisation where one is named. The exit code is 1 where there is a fault.',
  ],
  operands: {
    files: repeated(path, { least: 1, placeholder: 'FILE', meaning: 'Files of definitions.' }),
  },
  options: {
    organisation: optional(words, {
      placeholder: 'NAME',
      meaning: 'The organisation in which they are to be published.',
    }),
  },
  example: 'case-type check complaint.json',
  async run({ files, organisation }, desk) {
    const definitions = (await Promise.all(files.map(readDefinitions))).flat()
    const faults = await checked(definitions, organisation, desk)
    const caseTypes = definitions.map((definition, at) => ({
      name: titleOf(definition, at),
      faults: faults[at] ?? [],
    }))
    const isSound = caseTypes.every((each) => each.faults.length === 0)
    const lines = caseTypes.map((each) =>
      each.faults.length === 0
        ? `${each.name} has no fault.`
        : `${each.name} has faults to mend:\n${bulleted(each.faults)}`,
    )
    const text = lines.join('\n') || 'The files hold no definition.'
    return { json: { caseTypes }, text, exitCode: isSound ? 0 : 1 }
  },
})

type Faults = readonly (readonly string[])[]

async function checked(
  definitions: readonly unknown[],
  organisation: string | undefined,
  desk: Desk,
): Promise<Faults> {
  if (organisation === undefined) return checkedAlone(definitions)
  const { installation, organisationId } = await enter(desk, organisation)
  return installation.database.read(organisationId, async (db) => {
    const all: (readonly string[])[] = []
    for (const definition of definitions) {
      const found = await checkDefinition(db, definition)
      all.push('faults' in found ? found.faults : [])
    }
    return all
  })
}

function checkedAlone(definitions: readonly unknown[]): Faults {
  const parsed = definitions.map(parseCaseType)
  const caseTypes = parsed.flatMap((each) => ('caseType' in each ? [each.caseType] : []))
  return parsed.map((each) => {
    if ('faults' in each) return each.faults
    const others = caseTypes.filter((other) => other !== each.caseType)
    return checkCaseType(each.caseType, { others })
  })
}
