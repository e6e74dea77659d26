import { attributeKindOf, writtenOf } from '#domain/attributes/index.ts'
import {
  placedFields,
  type AskedForm,
  type Field,
  type PlacedField,
} from '#domain/case-types/index.ts'
import type { Options } from '#domain/options/index.ts'
import { markOf } from '#domain/seen/index.ts'

/** A field of a case's form as it is shown to be changed. */
export interface DetailField
  extends Pick<Field, 'id' | 'label' | 'hint' | 'kind' | 'isRequired'>, PlacedField {
  /** The values that can be chosen; undefined where anything can be written. */
  readonly choices: readonly { readonly value: string; readonly label: string }[] | undefined
  /** What is stored, as it is kept; empty where nothing is. */
  readonly value: string
  /** Tells later whether the field has changed since. */
  readonly mark: string
}

/** The name under which a form sends what a field is to hold. */
export const fieldParameter = (id: string): string => `Field.${id}`

/** What is stored of a field, as text; empty where nothing is. */
export const storedIn = (
  attributes: Readonly<Record<string, unknown>>,
  field: Pick<Field, 'id' | 'kind'>,
): string =>
  Object.hasOwn(attributes, field.id)
    ? writtenOf({ kind: attributeKindOf(field) }, attributes[field.id])
    : ''

/** The fields of a form in its order, with what is stored of them, to be shown and changed. */
export const detailFields = (
  form: AskedForm,
  attributes: Readonly<Record<string, unknown>>,
  options: Options,
): readonly DetailField[] =>
  placedFields(form).map(({ field, place }) => {
    const { id, label, hint, kind, isRequired } = field
    const value = storedIn(attributes, field)
    return {
      id,
      label,
      ...(hint === undefined ? {} : { hint }),
      kind,
      isRequired,
      choices: choicesOf(field, options),
      value,
      mark: markOf(value),
      ...place,
    }
  })

function choicesOf({ kind, list, values }: Field, options: Options): DetailField['choices'] {
  if (kind !== 'list') return undefined
  if (values) return values.map((value) => ({ value, label: value }))
  const listed = options.all.filter((option) => option.list === list)
  // a list without any value takes every text
  if (listed.length === 0) return undefined
  return listed.map(({ value, label }) => ({ value, label: label ?? value }))
}
