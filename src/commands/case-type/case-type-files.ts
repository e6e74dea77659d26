import { readFile } from 'node:fs/promises'
import {
  configuredCaseTypes,
  findCaseType,
  parseCaseType,
  type CaseType,
} from '#domain/case-types/index.ts'
import type { Desk } from '#commands/command.ts'
import { CommandFault, UsageFault } from '#commands/fault.ts'
import { enter, organisation } from '#commands/in-organisation.ts'
import { path, words } from '#commands/kinds.ts'
import { optional } from '#commands/part.ts'

/** The definitions that a file holds, one or a list; throws CommandFault where it cannot be read. */
export async function readDefinitions(file: string): Promise<readonly unknown[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandFault(`The file ${file} cannot be read (${error.code}).`)
  })
  try {
    return [JSON.parse(text)].flat() as unknown[]
  } catch (error) {
    throw new CommandFault(`The file ${file} is not JSON: ${(error as Error).message}.`)
  }
}

/** Lines as a list. */
export const bulleted = (lines: readonly string[]): string =>
  lines.map((line) => `  - ${line}`).join('\n')

/** What a definition is called, whatever is wrong with it. */
export function titleOf(definition: unknown, at: number): string {
  const { name } = Object(definition) as { name?: unknown }
  return typeof name === 'string' ? name : `definition ${at + 1}`
}

/** The operand and the options by which a command is told which case type it is about. */
export const sourceOperands = {
  file: optional(path, {
    placeholder: 'FILE',
    meaning: 'A file with the definition; it needs no database. Without it --type says which.',
  }),
}
export const sourceOptions = {
  organisation,
  type: optional(words, {
    placeholder: 'NAME',
    meaning: 'The case type: one of the organisation, or of several in the file.',
  }),
}

interface Source {
  readonly file: string | undefined
  readonly organisation: string | undefined
  readonly type: string | undefined
}

/** The case type of a file or of an organisation; throws CommandFault where there is none or it has faults. */
export async function findSource(source: Source, desk: Desk): Promise<CaseType> {
  const { file, type } = source
  const all = file === undefined ? await published(source, desk) : await readCaseTypes(file)
  const found = type === undefined ? all[0] : findCaseType(all, type)
  const names = all.map(({ name }) => name).join(', ') || 'none'
  if (type === undefined && all.length > 1)
    throw new CommandFault(`The file ${file} holds several; say which with --type: ${names}.`)
  if (found) return found
  throw new CommandFault(
    type === undefined
      ? `The file ${file} holds no definition.`
      : `There is no case type "${type}"; there are: ${names}.`,
  )
}

async function published(
  { organisation: of, type }: Source,
  desk: Desk,
): Promise<readonly CaseType[]> {
  if (type === undefined)
    throw new UsageFault('Name a FILE, or the case type of an organisation with --type')
  const { installation, organisationId } = await enter(desk, of)
  return installation.database.read(organisationId, configuredCaseTypes)
}

async function readCaseTypes(file: string): Promise<readonly CaseType[]> {
  const definitions = await readDefinitions(file)
  return definitions.map((definition, at) => {
    const parsed = parseCaseType(definition)
    if ('caseType' in parsed) return parsed.caseType
    throw new CommandFault(
      `${titleOf(definition, at)} cannot be read. Mend these faults:\n${bulleted(parsed.faults)}`,
    )
  })
}
