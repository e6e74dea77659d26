import { parametersOf, type CaseType, type Field } from '#domain/case-types/index.ts'
import { storedIn } from '#domain/details/index.ts'
import type { Options } from '#domain/options/index.ts'
import { sentText, type RawParameters } from '#kernel/parameters.ts'
import type { Flaw } from '#kernel/refusal.ts'

/** A field of the type that a case leaves, what it holds, and where that can go. */
export interface MappedField {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly isSensitive: boolean
  /** Where it goes where nothing else is chosen; undefined where that must be chosen. */
  readonly goes: string | undefined
  /** The fields of the new type that can hold it. */
  readonly fitting: readonly { readonly id: string; readonly label: string }[]
}

/** The choice to keep what a field holds in the history, as text. */
export const toHistory = '*history'
/** The choice to keep what a field holds nowhere: what is sensitive must not stand in a history. */
export const toNowhere = '*nowhere'

/** The name under which a form sends where what a field holds goes. */
export const goesParameter = (id: string): string => `Goes.${id}`

/** The type that a case leaves and the one it comes under, and what its form holds. */
export interface Mapping {
  readonly from: Pick<CaseType, 'fields'>
  readonly to: Pick<CaseType, 'fields'>
  readonly attributes: Readonly<Record<string, unknown>>
  readonly options: Options
}

/** Every field of the old form that holds something, and where it can go. */
export const mappedFields = ({ from, to, attributes, options }: Mapping): readonly MappedField[] =>
  from.fields.flatMap((field) => {
    const value = storedIn(attributes, field)
    if (value === '') return []
    const { id, label, isSensitive = false } = field
    const fitting = to.fields.filter((each) => holds(each, value, options))
    const twin = fitting.find((each) => isTwin(field, each))
    const goes = twin?.id ?? (isSensitive ? undefined : toHistory)
    return [{ id, label, value, isSensitive, goes, fitting: fitting.map(named) }]
  })

const named = ({ id, label }: Field) => ({ id, label })

const holds = (field: Field, value: string, options: Options): boolean => {
  const read = parametersOf([field], options)[field.id]?.kind.read(value)
  return read !== undefined && 'value' in read && read.value === value
}

const fold = (text: string): string => text.trim().toLowerCase()

/** The same name, and no more open than it was: nothing becomes public, or is repeated in histories, by itself. */
const isTwin = (old: Field, fresh: Field): boolean =>
  fold(old.id) === fold(fresh.id) &&
  (old.isPublished || !fresh.isPublished) &&
  (old.isSensitive !== true || fresh.isSensitive === true)

/** What becomes of the answers of a form under another type. */
export interface Carried {
  /** By the ids of the new type's fields. */
  readonly answers: Readonly<Record<string, string>>
  /** What no field holds any more and the history keeps. */
  readonly kept: readonly { readonly label: string; readonly value: string }[]
  /** What is kept nowhere: the labels alone. */
  readonly removed: readonly string[]
  readonly flaws: readonly Flaw[]
}

/** Puts every answer where it was chosen to go, or where it goes by itself; with what stands against the choices. */
export function carriedBy(mapped: readonly MappedField[], raw: RawParameters): Carried {
  const placed = mapped.map((each) => ({ ...each, to: chosenFor(each, raw) }))
  const going = placed.filter(({ fitting, to }) => fitting.some(({ id }) => id === to))
  return {
    answers: Object.fromEntries(going.map(({ to, value }) => [to, value])),
    kept: placed.filter(({ to }) => to === toHistory).map(({ label, value }) => ({ label, value })),
    removed: placed.filter(({ to }) => to === toNowhere).map(({ label }) => label),
    flaws: [...placed.flatMap(flawsOf), ...collisions(going)],
  }
}

type Placed = MappedField & { readonly to: string | undefined }

const chosenFor = ({ id, goes }: MappedField, raw: RawParameters): string | undefined =>
  sentText(raw, goesParameter(id))?.trim() ?? goes

function flawsOf({ id, label, isSensitive, fitting, to }: Placed): readonly Flaw[] {
  const parameter = goesParameter(id)
  const message = `Select where “${label}” goes`
  if (to === undefined) return [{ parameter, kind: 'missing', message }]
  const allowed = isSensitive ? toNowhere : toHistory
  if (to === allowed || fitting.some((field) => field.id === to)) return []
  return [{ parameter, kind: 'invalid', message }]
}

/** Two answers cannot go to one field. */
const collisions = (going: readonly Placed[]): readonly Flaw[] =>
  going.flatMap(({ id, label, to }, at) => {
    const earlier = going.slice(0, at).find((other) => other.to === to)
    if (!earlier) return []
    const message = `“${earlier.label}” goes where “${label}” goes: select another place for one of them`
    return [{ parameter: goesParameter(id), kind: 'invalid', message }]
  })
