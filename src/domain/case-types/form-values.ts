import type { List, Misfit, Options } from '#domain/options/index.ts'
import { optional, readParameters, required, sentText } from '#kernel/parameters.ts'
import type { Parameter, RawParameters } from '#kernel/parameters.ts'
import type { Flaw } from '#kernel/refusal.ts'
import type { Field } from './case-type.ts'
import { listKind, plainKind, type FieldText } from './field-kinds.ts'
import { shownFields, type AskedForm } from './shown-fields.ts'

const fold = (value: string): string => value.trim().toLowerCase()

function kindOf({ kind, list, values }: Field, options: Options): FieldText {
  if (kind !== 'list') return plainKind(kind)
  return listKind((sent) =>
    values
      ? values.find((value) => fold(value) === fold(sent))
      : options.match(list as Parameters<Options['match']>[0], sent),
  )
}

type Pivot = Readonly<Record<string, Parameter<string, boolean>>>

/** The pivot: the fields of a form as parameters of the kernel, under their ids; worked out once for form and options. */
export function parametersOf(fields: readonly Field[], options: Options): Pivot {
  let ofForms = pivots.get(options)
  if (!ofForms) pivots.set(options, (ofForms = new WeakMap<readonly Field[], Pivot>()))
  let pivot = ofForms.get(fields)
  if (!pivot) ofForms.set(fields, (pivot = pivotOf(fields, options)))
  return pivot
}

const pivots = new WeakMap<Options, WeakMap<readonly Field[], Pivot>>()

const pivotOf = (fields: readonly Field[], options: Options): Pivot =>
  Object.fromEntries(
    fields.map((field) => {
      const declare = field.isRequired ? required : optional
      return [field.id, declare(kindOf(field, options), field.label, field.id)]
    }),
  )

/** What a filled-in form came to. */
export interface FormValues {
  /** By field id, the texts to be kept. */
  readonly values: Readonly<Record<string, string>>
  /** Texts of the wrong kind or in no list: the field stays unset (contract 6.0.4). */
  readonly misfits: readonly Misfit[]
  /** The required fields that are shown and were not sent. */
  readonly flaws: readonly Flaw[]
  /** The fields that are not shown by what was sent. */
  readonly hidden: readonly string[]
}

const listOf = (fields: readonly Field[], name: string): Pick<Misfit, 'list'> => {
  const list = fields.find(({ id }) => id === name)?.list as List | undefined
  return list ? { list } : {}
}

/** Reads a form as tolerantly as the contract asks: what does not fit is told, not refused. */
export function readForm(
  form: AskedForm,
  { raw, options }: { readonly raw: RawParameters; readonly options: Options },
): FormValues {
  const { fields } = form
  const { input, flaws } = readParameters(parametersOf(fields, options), raw)
  const sent = input as Readonly<Record<string, string>>
  const shown = shownFields(form, (id) => sent[id])
  const unfit = flaws.filter(({ kind }) => kind === 'invalid')
  return {
    values: Object.fromEntries(
      Object.entries(sent).map(([id, value]) => [id, value.replaceAll('\r\n', '\n')]),
    ),
    misfits: unfit.map(({ parameter }) => ({
      parameter,
      text: sentText(raw, parameter) ?? '',
      ...listOf(fields, parameter),
    })),
    flaws: flaws.filter(({ kind, parameter }) => kind === 'missing' && shown.has(parameter)),
    hidden: fields.map(({ id }) => id).filter((id) => !shown.has(id)),
  }
}
