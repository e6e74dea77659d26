import { parseCaseType, type CaseType } from '#domain/case-types/index.ts'
import { isObject } from '#domain/procedures/index.ts'

/** A member of a definition: an object of JSON that may be written to. */
export type Members = Record<string, unknown>

/** A part of a definition that has a name, by where it is: `fields/Street`, `stages/first/tasks/CALL`. */
export type PartPath = readonly string[]

/** What stands in a list of a definition, and where. */
export interface Placed {
  readonly list: Members[]
  readonly at: number
}

/** A copy of a definition that may be written to. */
export function copyOf(definition: unknown): Members {
  const copy: unknown = structuredClone(definition)
  if (!isObject(copy)) throw new Error('A definition is no object')
  return copy as Members
}

/** The list of that name in a member; it is made where there is none. */
export function listIn(member: Members, name: string): Members[] {
  const held = member[name]
  if (Array.isArray(held)) return held as Members[]
  const made: Members[] = []
  member[name] = made
  return made
}

/** The stages of each track, as the definition writes them; plain stages are written out first. */
export function stageLists(definition: Members): readonly Members[][] {
  const procedure = procedureIn(definition)
  if (Array.isArray(procedure['tracks']))
    return (procedure['tracks'] as Members[]).map((track) => listIn(track, 'stages'))
  if (!Array.isArray(procedure['stages'])) writeOut(definition, procedure)
  return [listIn(procedure, 'stages')]
}

function procedureIn(definition: Members): Members {
  const held = definition['procedure']
  if (isObject(held)) return held
  const made: Members = {}
  definition['procedure'] = made
  return made
}

/** Members that stand for a plain procedure give way to the stages that they mean. */
function writeOut(definition: Members, procedure: Members): void {
  const { tracks } = readable(definition).procedure
  procedure['stages'] = structuredClone(tracks[0]?.stages ?? [])
  for (const name of ['target', 'stages', 'tasks', 'status']) delete definition[name]
}

/** A definition that has been read before, as a case type. */
export function readable(definition: unknown): CaseType {
  const parsed = parseCaseType(definition)
  if ('caseType' in parsed) return parsed.caseType
  throw new Error(`A draft is unreadable: ${parsed.faults.join('; ')}`)
}

/** The stage of that code, in whichever track it is. */
export const stageIn = (definition: Members, code: string): Members | undefined =>
  stageLists(definition)
    .flat()
    .find((stage) => stage['code'] === code)

/** The lists of a stage whose items can be named. */
export const stageParts = ['outcomes', 'tasks', 'letters', 'deadlines'] as const
export type StagePart = (typeof stageParts)[number]

const nameOf = (item: Members): unknown => item['id'] ?? item['code'] ?? item['template']

/** Where a part stands; undefined where there is none. */
export function findPart(definition: Members, path: PartPath): Placed | undefined {
  const name = path.at(-1)
  return listsFor(definition, path)
    .map((list) => ({ list, at: list.findIndex((item) => nameOf(item) === name) }))
    .find(({ at }) => at >= 0)
}

/** The lists in which a part of that path would stand. */
function listsFor(definition: Members, path: PartPath): readonly Members[][] {
  const [kind, name = '', part = ''] = path
  const isWhole = path.length === 2
  if (kind === 'fields') return isWhole ? [listIn(definition, 'fields')] : []
  if (kind !== 'stages') return []
  return isWhole ? stageLists(definition) : listsOfStage(stageIn(definition, name), part)
}

const listsOfStage = (stage: Members | undefined, part: string): readonly Members[][] =>
  stage && (stageParts as readonly string[]).includes(part) ? [listIn(stage, part)] : []

/** Members without those that say nothing: undefined, blank, and lists with nothing in them. */
export const compact = (members: Readonly<Record<string, unknown>>): Members =>
  Object.fromEntries(
    Object.entries(members).filter(
      ([, value]) =>
        value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )

/** What an item of a list becomes: members named take the place of its own, those that say nothing go. */
export const overwrite = (item: Members, members: Readonly<Record<string, unknown>>): Members => {
  const kept = Object.entries(item).filter(([name]) => !Object.hasOwn(members, name))
  return { ...compact(members), ...Object.fromEntries(kept) }
}
