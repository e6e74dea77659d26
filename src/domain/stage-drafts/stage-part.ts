import {
  changeDraft,
  draftNamed,
  flawed,
  listIn,
  overwrite,
  partPath,
  placeOf,
  stageIn,
  unknownDraftPart,
  type Changing,
  type Members,
  type PartPath,
  type StagePart,
} from '#domain/case-type-drafts/index.ts'
import { versionSeen } from '#domain/remedies/index.ts'
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

/** Whatever is saved of a stage's parts: in which draft, and which part, or in which stage it is added. */
export const partParameters = {
  typeDraft: draftNamed,
  version: versionSeen,
  draftPart: optional(partPath, 'The part that is changed'),
  inStage: optional(code, 'The stage to which it is added'),
}

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

/** A day by which something is due; undefined where no days are given. */
export const dueOf = ({ days, unit = 'working', from }: Due): unknown =>
  days === undefined
    ? undefined
    : { days, unit, ...(from === undefined ? {} : { from: datedThing(from) }) }

interface Saving extends Changing {
  readonly input: Changing['input'] & { readonly draftPart?: PartPath; readonly inStage?: string }
}

/** One of a stage's lists, the member that names its items and the name a new item is to have. */
export interface PartOf {
  readonly part: StagePart
  readonly named: 'code' | 'template'
  readonly name: string | undefined
  /** The parameter under which that name is sent. */
  readonly parameter: string
}

/** Changes a part of a stage, or adds one; the name of a part never changes. */
export const saveStagePart = (task: Saving, of: PartOf, members: Members) =>
  changeDraft(task, (definition) => {
    const { draftPart, inStage } = task.input
    if (draftPart === undefined) return addPart(listOfStage(definition, inStage, of), of, members)
    if (draftPart[2] !== of.part) throw new Refusal(unknownDraftPart)
    const { list, at, item } = placeOf(definition, draftPart)
    list[at] = overwrite(item, { ...members, [of.named]: item[of.named] })
  })

function listOfStage(definition: Members, inStage: string | undefined, { part }: PartOf) {
  const stage = inStage === undefined ? undefined : stageIn(definition, inStage)
  if (!stage) throw new Refusal(unknownDraftPart)
  return listIn(stage, part)
}

function addPart(list: Members[], { named, name, parameter }: PartOf, members: Members): void {
  if (name === undefined) throw flawed(parameter, 'Enter what it is called')
  if (list.some((item) => item[named] === name))
    throw flawed(parameter, `The stage has ${name} already`)
  list.push(overwrite({}, { ...members, [named]: name }))
}
