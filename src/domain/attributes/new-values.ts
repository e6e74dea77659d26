import { longText, shortText } from '#kernel/kinds.ts'
import {
  everythingSent,
  optional,
  readParameters,
  sentText,
  type Composite,
  type ParameterRow,
  type RawParameters,
} from '#kernel/parameters.ts'
import { invalidInput, Refusal, type Flaw } from '#kernel/refusal.ts'
import { attribute, type Attribute } from './attribute.ts'
import { caseAttributes } from './catalogue.ts'
import type { FormAttribute } from './form-attributes.ts'
import { byAnyName } from './find-by-name.ts'
import { readValue, type Lists } from './read-value.ts'

/** An attribute and the value it is to have. */
export interface NewValue {
  readonly attribute: Attribute | FormAttribute
  readonly value: string
}

/** A name and a value sent as `Attribute` and `Value`. */
export interface NamedValue {
  readonly attribute: string
  readonly value: string
}

const pair = {
  attribute: optional(shortText, 'Name of the attribute to change'),
  value: optional(longText, 'New value of the attribute'),
}

/** `Attribute` and `Value`: the one needs the other (contract 6.15). */
export const namedValue: Composite<NamedValue | undefined> = Object.freeze<
  Composite<NamedValue | undefined>
>({
  rows: Object.entries(pair).map(([key, { kind, label }]) => ({
    name: key === 'attribute' ? 'Attribute' : 'Value',
    label,
    kind: kind.name,
    schema: kind.schema,
    isRequired: false,
  })),
  read(raw) {
    const { input, flaws } = readParameters(pair, raw)
    const { attribute: name, value } = input
    if (name === undefined || flaws.length > 0) return { value: undefined, flaws }
    if (value !== undefined) return { value: { attribute: name, value }, flaws }
    return { value: undefined, flaws: [missingValue] }
  },
})

const missingValue: Flaw = Object.freeze({
  parameter: 'Value',
  kind: 'missing',
  message: 'Enter the new value of the attribute',
})

/** Is a flag of that name what puts a case into the disclosure log (contract 7.2)? */
export const isPublicationField = (name: string): boolean =>
  /^publishinthedisclosurelog$/i.test(name)

/** Publication is a flag of the case (contract 7.2); a form may have a field of that name that sets it too. */
export const publication = attribute(
  ['CaseDetails.PublishInTheDisclosureLog', 'flag', 'c.is_published'],
  { column: 'is_published' },
)
const settable = [...caseAttributes.filter(({ column }) => column), publication]

const describe = ({ name, kind }: Attribute): ParameterRow => ({
  name,
  label: 'New value of that attribute',
  kind,
  schema: { type: 'string' },
  isRequired: false,
})
/** Any attribute's name as a parameter: those of forms too, which only the case tells. */
export const everyAttribute = everythingSent(settable.map(describe))

// names with a meaning of their own in every call are never bare field names
const taken = new Set(
  'caseid externalid attribute value format db access_token key signature requestdate type requestmethod'.split(
    ' ',
  ),
)

/** What a call that changes attributes sent. */
export interface SentValues {
  readonly named?: NamedValue | undefined
  readonly raw: RawParameters
}

/**
 * The attributes that are to change, and their values; undefined where `Attribute` names none. Throws a
 * Refusal of the values that do not fit; parameters that name no attribute are passed over.
 */
export function readNewValues(
  { named, raw }: SentValues,
  lists: Lists,
): readonly NewValue[] | undefined {
  const find = byAnyName<Attribute | FormAttribute>([...lists.form.attributes, ...settable])
  const wanted = [...raw.keys()].flatMap((name) => {
    const sent = sentText(raw, name)
    const found = sent === undefined || taken.has(name) ? undefined : find(name)
    return found && sent !== undefined
      ? [{ found, sent, parameter: raw.get(name)?.name ?? name }]
      : []
  })
  if (named) {
    const found = find(named.attribute)
    if (!found) return undefined
    wanted.push({ found, sent: named.value, parameter: 'Value' })
  }
  const flaws: Flaw[] = []
  const values = new Map<string, NewValue>()
  for (const { found, sent, parameter } of wanted) {
    const read = readValue(found, sent, lists)
    if ('value' in read) values.set(found.name, { attribute: found, value: read.value })
    else flaws.push({ parameter, kind: 'invalid', message: `${parameter} ${read.fault}` })
  }
  if (flaws.length > 0) throw new Refusal(invalidInput, flaws)
  return [...values.values()]
}
