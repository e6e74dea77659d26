import type { Attribute, AttributeKind } from './attribute.ts'

/** The part of a case type's definition that attributes are made of; whatever else it holds is passed over. */
export interface FormDefinition {
  readonly form?: string
  readonly fields?: readonly FormField[]
}

/** A field of a form: its values are kept under its id. */
export interface FormField {
  readonly id: string
  readonly kind?: string
}

/** What is known of a form's attribute without the SQL of its value. */
export interface FormName {
  /** `CaseDetails‹Form›.‹Field›`. */
  readonly name: string
  readonly kind: AttributeKind
  readonly fieldId: string
}

/** A reportable attribute that comes from a form, and the field that holds it. */
export interface FormAttribute extends Attribute {
  readonly fieldId: string
}

const typed: readonly AttributeKind[] = ['date', 'date-time', 'flag', 'number', 'decimal']

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** The kind of attribute that a field of a form is; anything that is no date, flag or number is text. */
export const attributeKindOf = ({ kind }: FormField): AttributeKind =>
  typed.find((each) => each === kind) ?? 'text'

/** The text of a form's value that goes out; both ways of keeping a flag are read. */
const writtenValue = (kind: AttributeKind, value: string): string => {
  if (kind === 'flag')
    return `case when lower(${value}) in ('true', 'yes', '1') then 'Yes'
      when ${value} is not null then 'No' end`
  if (kind === 'date') return `left(${value}, 10)`
  return kind === 'date-time' ? `left(${value}, 19)` : value
}

/** Kept text becomes a typed value only where it has the form of one, or a report would fail for one row. */
const typedValue = (kind: AttributeKind, value: string): string => {
  if (kind === 'flag') return `(lower(${value}) in ('true', 'yes', '1'))`
  if (kind === 'date')
    return `case when ${value} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}' then left(${value}, 10)::date end`
  if (kind === 'date-time')
    return `case when ${value} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}'
      then left(${value}, 19)::timestamp at time zone 'Europe/London' end`
  return kind === 'number' || kind === 'decimal'
    ? `case when ${value} ~ '^-?[0-9]{1,15}([.][0-9]{1,9})?$' then (${value})::numeric end`
    : value
}

/**
 * The reportable attributes of one form: `CaseDetails‹Form›.‹Field›`, in the form's order. They have a value
 * only in cases that were opened under a version with that form.
 */
export function formAttributes(definition: FormDefinition): readonly FormAttribute[] {
  const form = quoted(definition.form ?? '')
  return formNames(definition).map(({ name, kind, fieldId }) => {
    const value = `(case when v.form = ${form} then c.attributes ->> ${quoted(fieldId)} end)`
    return Object.freeze<FormAttribute>({
      name,
      kind,
      sql: typedValue(kind, value),
      written: writtenValue(kind, value),
      isPersonal: true,
      fieldId,
    })
  })
}

/** The names of the attributes of any form, that of a case or one that is filed on it, in the form's order. */
export const formNames = ({ form, fields = [] }: FormDefinition): readonly FormName[] =>
  form
    ? fields.map((field) => ({
        name: `CaseDetails${form}.${field.id}`,
        kind: attributeKindOf(field),
        fieldId: field.id,
      }))
    : []

/** The attributes of all the given forms, each name once: of several versions the first given counts. */
export function formAttributesOf(
  definitions: readonly FormDefinition[],
): ReadonlyMap<string, FormAttribute> {
  const byName = new Map<string, FormAttribute>()
  for (const each of definitions.flatMap(formAttributes))
    if (!byName.has(each.name)) byName.set(each.name, each)
  return byName
}
