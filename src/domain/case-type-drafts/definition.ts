import { parseCaseType, type CaseType } from '#domain/case-types/index.ts'
import { isObject } from '#domain/procedure-reading/index.ts'

/** A member of a definition: an object of JSON that may be written to. */
export type Members = Record<string, unknown>

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

/** The tracks of a definition; stages that stand alone become those of the main track. */
export function tracksIn(definition: Members): Members[] {
  const procedure = procedureIn(definition)
  if (!Array.isArray(procedure['tracks'])) {
    const [stages = []] = stageLists(definition)
    delete procedure['stages']
    procedure['tracks'] = [{ code: 'main', name: 'Main', stages }]
  }
  return listIn(procedure, 'tracks')
}

/** The ways in which a case can end before its time; those that are usual are written out first. */
export function endingsIn(definition: Members): Members[] {
  const procedure = procedureIn(definition)
  procedure['endings'] ??= structuredClone(readable(definition).procedure.endings)
  return listIn(procedure, 'endings')
}

/** What a definition says that its cases go through; it is made where it says nothing. */
export function procedureIn(definition: Members): Members {
  const held = definition['procedure']
  if (isObject(held)) return held as Members
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

/** The lines of a text that say something, each once. */
export const linesOf = (lines = ''): readonly string[] => [
  ...new Set(
    lines
      .split('\n')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  ),
]
