import { adviceOn, checkDefinition, checkParsed, parseCaseType } from '#domain/case-types/index.ts'
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
    'It needs no database. Letters, teams, people, skills, lists and the names of other case types are checked against an organisation where one is named with --organisation, however many there are. What is worth a look, such as cases that nobody gets, is told beside the faults. Every fault is told at once, save those of what cannot be judged because a part it rests on cannot be read. The exit code is 1 where there is a fault.',
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
      advice: adviceFor(definition),
    }))
    const isSound = caseTypes.every((each) => each.faults.length === 0)
    const lines = caseTypes.map(toldOf)
    const text =
      lines.length === 0
        ? 'The files hold no definition.'
        : [...lines, ...(organisation === undefined ? [unchecked] : [])].join('\n')
    const json = { organisation: organisation ?? null, caseTypes }
    return { json, text, exitCode: isSound ? 0 : 1 }
  },
})

const adviceFor = (definition: unknown): readonly string[] => {
  const parsed = parseCaseType(definition)
  return 'caseType' in parsed ? adviceOn(parsed.caseType) : []
}

interface Checked {
  readonly name: string
  readonly faults: readonly string[]
  readonly advice: readonly string[]
}

const toldOf = ({ name, faults, advice }: Checked): string =>
  [
    faults.length === 0
      ? `${name} has no fault.`
      : `${name} has faults to mend:\n${bulleted(faults)}`,
    ...(advice.length === 0 ? [] : [`${name}, worth a look:\n${bulleted(advice)}`]),
  ].join('\n')

const unchecked =
  'Letters, teams, people, skills and lists were not looked for: name the organisation with --organisation NAME to have them checked.'

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
  return parsed.map((each) =>
    checkParsed(each, {
      others: caseTypes.filter((other) => !('caseType' in each) || other !== each.caseType),
    }),
  )
}
