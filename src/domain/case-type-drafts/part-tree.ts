import { usualReminders } from '#domain/procedure-reading/index.ts'
import { endingsIn, listIn, procedureIn, stageLists, tracksIn, type Members } from './definition.ts'

/**
 * Names of lists and of what stands in them, by turns: `fields`, `Street`; `stages`, `first`, `tasks`, `CALL`.
 * Those of a part are even in number, those of a list odd.
 */
export type PartPath = readonly string[]

/** What stands in a list of a definition, and where. */
export interface Placed {
  readonly list: Members[]
  readonly at: number
}

const listsOfProcedure = ['deadlines', 'events', 'reopenings', 'assignment', 'clearances'] as const

const listsOfForm: ReadonlySet<string> = new Set(['fields', 'sections', 'actions'])

/** The lists of a definition, and those of what stands in them. */
const listsWithin: Readonly<Record<string, readonly string[]>> = {
  '': ['fields', 'sections', 'actions', 'stages', 'tracks', 'endings', ...listsOfProcedure],
  actions: ['fields'],
  tracks: ['stages'],
  stages: ['outcomes', 'tasks', 'letters', 'deadlines', 'entry', 'exit'],
  outcomes: ['conditions'],
  endings: ['conditions'],
  deadlines: ['reminders'],
  clearances: ['steps'],
}

/** What stands in these has no name, and goes by its place: the first is 1. */
const unnamed: ReadonlySet<string> = new Set(['entry', 'exit', 'conditions', 'reminders'])

/** Does each list stand in what is named before it? */
export const isPath = (path: PartPath): boolean =>
  path.every(
    (name, at) =>
      name !== '' && (at % 2 === 1 || (listsWithin[path[at - 2] ?? '']?.includes(name) ?? false)),
  )

/** Where a part stands; undefined where there is none. */
export function findPart(definition: Members, path: PartPath): Placed | undefined {
  const name = path.at(-1) ?? ''
  const listed = path.at(-2) ?? ''
  return findLists(definition, path.slice(0, -1))
    .map((list) => ({ list, at: placeIn(list, listed, name) }))
    .find(({ at }) => at >= 0)
}

const placeIn = (list: readonly Members[], listed: string, name: string): number => {
  if (!unnamed.has(listed)) return list.findIndex((item) => nameOf(item) === name)
  const at = Number(name) - 1
  return at in list ? at : -1
}

const nameOf = (item: Members): unknown =>
  item['id'] ?? item['code'] ?? item['template'] ?? item['name']

/** The lists that a path names: `stages` is one for each track. None where what it stands in is not there. */
export function findLists(definition: Members, path: PartPath): readonly Members[][] {
  const listed = path.at(-1) ?? ''
  if (path.length === 1) return outermost(definition, listed)
  const owner = findPart(definition, path.slice(0, -1))
  const item = owner?.list[owner.at]
  if (!item) return []
  // a deadline that says nothing of them has the usual reminders
  if (listed === 'reminders') item['reminders'] ??= structuredClone(usualReminders)
  return [listIn(item, listed)]
}

function outermost(definition: Members, listed: string): readonly Members[][] {
  if (listed === 'stages') return stageLists(definition)
  if (listed === 'tracks') return [tracksIn(definition)]
  if (listed === 'endings') return [endingsIn(definition)]
  if (listsOfForm.has(listed)) return [listIn(definition, listed)]
  return [listIn(procedureIn(definition), listed)]
}
