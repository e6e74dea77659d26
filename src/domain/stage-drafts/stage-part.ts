import {
  changedDraft,
  changeDraft,
  draftNamed,
  flawed,
  listAt,
  listPath,
  overwrite,
  partPath,
  placeOf,
  unknownDraftPart,
  unknownTypeDraft,
  type Changing,
  type Members,
  type PartPath,
} from '#domain/case-type-drafts/index.ts'
import { changedMeanwhile, versionSeen } from '#domain/seen/index.ts'
import { kind, type Kind } from '#kernel/kind.ts'
import { choice, integer, text } from '#kernel/kinds.ts'
import { optional } from '#kernel/parameters.ts'
import { Refusal } from '#kernel/refusal.ts'

/** A line of text. */
export const line = text({ max: 500 })

/** A short name by which the parts of a procedure mean one another. */
export const code: Kind<string> = kind({
  name: 'code',
  schema: { type: 'string' },
  read: (value) =>
    /^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/.test(value.trim())
      ? { value: value.trim() }
      : { fault: 'must be letters, digits, hyphens and underscores, 60 at most' },
  good: ['stage-1', 'CALL'],
  bad: ['two words', 'x'.repeat(61)],
})

/** Whatever is saved of a draft's parts: in which draft, and which part, or to which list it is added. */
export const partParameters = {
  typeDraft: draftNamed,
  version: versionSeen,
  draftPart: optional(partPath, 'The part that is changed'),
  inList: optional(listPath, 'The list to which it is added'),
}

/** The same of a part that goes by a code. */
export const codedPartParameters = { ...partParameters, code: optional(code, 'Code') }

/** What is so of every operation that saves a part of a draft. */
export const partSaving = {
  effect: 'write',
  isWebOnly: true,
  permission: 'case-type.manage',
  errors: [unknownTypeDraft, changedMeanwhile, unknownDraftPart],
  returns: changedDraft,
} as const

/** Parameters that say how many days before or after something dated. */
export const dueParameters = {
  days: optional(integer({ min: -3650, max: 3650 }), 'Days'),
  unit: optional(choice('working', 'calendar'), 'Kind of days'),
  from: optional(line, 'Counted from'),
}

interface Due {
  readonly days?: number
  readonly unit?: 'working' | 'calendar'
  readonly from?: string
}

/** What is dated, as a form names it: `received`, `stage started`, `event CODE` or `deadline CODE`. */
export function datedThing(written: string | undefined): unknown {
  const [, what = '', name] = /^(event|deadline) (.+)$/.exec(written ?? '') ?? []
  return what === '' ? written : { [what]: name }
}

/** The names in a text, whatever space is between them. */
export const namesIn = (written = ''): readonly string[] =>
  written.split(/\s+/).filter((each) => each !== '')

/** A day by which something is due; undefined where no days are given. */
export const dueOf = ({ days, unit = 'working', from }: Due): unknown =>
  days === undefined
    ? undefined
    : { days, unit, ...(from === undefined ? {} : { from: datedThing(from) }) }

interface Saving extends Changing {
  readonly input: Changing['input'] & { readonly draftPart?: PartPath; readonly inList?: PartPath }
}

interface CodedSaving extends Saving {
  readonly input: Saving['input'] & { readonly code?: string }
}

/** In which lists a part may stand, the member that names it and the name a new one is to have. */
export interface PartOf {
  readonly lists: readonly string[]
  readonly named: 'code' | 'template' | 'name' | 'id'
  readonly name: string | undefined
  /** The parameter under which that name is sent. */
  readonly parameter: string
}

/** Changes a part of a draft, or adds one; the name of a part stays, where no new one is sent. */
export const savePart = (task: Saving, of: PartOf, members: Members) =>
  changeDraft(task, (definition) => {
    const { draftPart, inList } = task.input
    if (draftPart === undefined) return addPart(listAt(definition, listOf(inList, of)), of, members)
    listOf(draftPart.slice(0, -1), of)
    const { list, at, item } = placeOf(definition, draftPart)
    const name = of.name ?? item[of.named]
    if (name !== item[of.named]) refuseTwice(list, of)
    list[at] = overwrite(item, { ...members, [of.named]: name })
  })

/** Changes a part that goes by its code, or adds one. */
export const saveCodedPart = (task: CodedSaving, list: string, members: Members) =>
  savePart(
    task,
    { lists: [list], named: 'code', name: task.input.code, parameter: 'Code' },
    members,
  )

/** Changes a part that goes by its place, or adds one at the end. */
export const saveUnnamedPart = (task: Saving, lists: readonly string[], part: Members) =>
  changeDraft(task, (definition) => {
    const { draftPart, inList } = task.input
    if (draftPart === undefined) {
      listAt(definition, listOf(inList, { lists })).push(part)
      return
    }
    listOf(draftPart.slice(0, -1), { lists })
    const { list, at } = placeOf(definition, draftPart)
    list[at] = part
  })

function listOf(path: PartPath | undefined, { lists }: Pick<PartOf, 'lists'>): PartPath {
  if (path && lists.includes(path.at(-1) ?? '')) return path
  throw new Refusal(unknownDraftPart)
}

function addPart(list: Members[], of: PartOf, members: Members): void {
  if (of.name === undefined) throw flawed(of.parameter, 'Enter what it is called')
  refuseTwice(list, of)
  list.push(overwrite({}, { ...members, [of.named]: of.name }))
}

function refuseTwice(list: readonly Members[], { named, name = '', parameter }: PartOf): void {
  if (list.some((item) => item[named] === name)) throw flawed(parameter, `There is ${name} already`)
}
