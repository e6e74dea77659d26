import type { JsonSchema, Kind } from './kind.ts'
import { dateTime } from './kinds.ts'
import type { Flaw } from './refusal.ts'

/** What a caller sent: by lower-case name, the name as sent and the text. */
export type RawParameters = ReadonlyMap<string, { readonly name: string; readonly value: string }>

/** One parameter of an operation. */
export interface Parameter<T, R extends boolean> {
  readonly kind: Kind<T>
  readonly label: string
  readonly isRequired: R
  /** Only where the wire name does not follow from the code name. */
  readonly wireName?: string
}

/** Several wire parameters read as one value, such as a party or numbered documents. */
export interface Composite<T> {
  readonly rows: readonly ParameterRow[]
  readonly read: (raw: RawParameters) => { readonly value: T; readonly flaws: readonly Flaw[] }
}

/** How documentation describes a parameter. */
export interface ParameterRow {
  readonly name: string
  readonly label: string
  readonly kind: string
  readonly schema: JsonSchema
  readonly isRequired: boolean
}

type Declared = Parameter<unknown, boolean> | Composite<unknown>
export type Parameters = Readonly<Record<string, Declared>>

type RequiredKeys<P extends Parameters> = {
  [K in keyof P]: P[K] extends Parameter<unknown, false> ? never : K
}[keyof P]
type Value<D> = D extends Composite<infer T> ? T : D extends Parameter<infer T, boolean> ? T : never
/** The values that a handler is given: optional parameters are optional properties. */
export type Input<P extends Parameters> = {
  readonly [K in RequiredKeys<P>]: Value<P[K]>
} & { readonly [K in Exclude<keyof P, RequiredKeys<P>>]?: Value<P[K]> }

/** A parameter without which the operation is refused. An exceptional wire name may be given. */
export const required = <T>(kind: Kind<T>, label: string, wireName?: string): Parameter<T, true> =>
  Object.freeze({ kind, label, isRequired: true, ...(wireName ? { wireName } : {}) })

/** A parameter that may be left out or empty. An exceptional wire name may be given. */
export const optional = <T>(kind: Kind<T>, label: string, wireName?: string): Parameter<T, false> =>
  Object.freeze({ kind, label, isRequired: false, ...(wireName ? { wireName } : {}) })

const isComposite = (declared: Declared): declared is Composite<unknown> => 'rows' in declared

/** The wire name of a code name: `externalId` → `ExternalId`. */
export const wireNameOf = (key: string, { wireName }: { readonly wireName?: string }): string =>
  wireName ?? key.charAt(0).toUpperCase() + key.slice(1)

/** A text as it can be stored: PostgreSQL cannot hold U+0000, and half a surrogate pair is no character. */
export const storable = (value: string): string => value.replaceAll('\0', '').toWellFormed()

/** Parameters as a map without regard to letter case; of one name sent twice the last counts. */
export function rawParameters(
  sent: Iterable<{ readonly name: string; readonly value: string }>,
): RawParameters {
  const raw = new Map<string, { name: string; value: string }>()
  for (const { name, value } of sent)
    raw.set(name.toLowerCase(), { name: storable(name), value: storable(value) })
  return raw
}

/** The text sent under a wire name; blank counts as not sent. */
export function sentText(raw: RawParameters, wireName: string): string | undefined {
  const value = raw.get(wireName.toLowerCase())?.value
  return value === undefined || value.trim() === '' ? undefined : value
}

function readOne(raw: RawParameters, key: string, declared: Parameter<unknown, boolean>) {
  const parameter = wireNameOf(key, declared)
  const sent = sentText(raw, parameter)
  if (sent === undefined) {
    const message = missingMessage(declared)
    return { flaws: declared.isRequired ? [{ parameter, kind: 'missing', message } as const] : [] }
  }
  const result = declared.kind.read(sent)
  if ('value' in result) return { value: result.value, flaws: [] }
  return {
    flaws: [{ parameter, kind: 'invalid', message: `${declared.label} ${result.fault}` } as const],
  }
}

/** A label may be a question: those who make case types write their own. */
function missingMessage({ label, kind: { isChosen } }: Parameter<unknown, boolean>): string {
  if (label.endsWith('?')) return `Answer the question “${label}”`
  const what = `${label.charAt(0).toLowerCase()}${label.slice(1)}`
  if (isChosen) return `Select ${isNoun(label) ? withArticle(what) : what}`
  return `Enter ${what}`
}

/** A label of one word that asks nothing, such as “Outcome”. */
const isNoun = (label: string): boolean => /^\p{L}+$/u.test(label)

const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`

/** Reads all parameters: the input, or every flaw in the order of declaration. */
export function readParameters<P extends Parameters>(
  parameters: P,
  raw: RawParameters,
): { readonly input: Input<P>; readonly flaws: readonly Flaw[] } {
  const input: Record<string, unknown> = {}
  const flaws: Flaw[] = []
  for (const [key, declared] of Object.entries(parameters)) {
    const read = isComposite(declared) ? declared.read(raw) : readOne(raw, key, declared)
    flaws.push(...read.flaws)
    if ('value' in read && read.value !== undefined) input[key] = read.value
  }
  flaws.push(...requestDateFlaws(parameters, raw))
  return { input: Object.freeze(input) as Input<P>, flaws }
}

/** `RequestDate` works on every service (contract 6.0); one that declares it reads it by its own rule. */
function requestDateFlaws(parameters: Parameters, raw: RawParameters): readonly Flaw[] {
  if ('requestDate' in parameters) return []
  return readOne(raw, 'requestDate', optional(dateTime, 'When the request was made')).flaws
}

/** Every wire parameter, for documentation and derived tests. */
export function parameterRows(parameters: Parameters): readonly ParameterRow[] {
  return Object.entries(parameters).flatMap(([key, declared]) =>
    isComposite(declared)
      ? declared.rows
      : {
          name: wireNameOf(key, declared),
          label: declared.label,
          kind: declared.kind.name,
          schema: declared.kind.schema,
          isRequired: declared.isRequired,
        },
  )
}

/**
 * Everything that was sent, for operations whose further parameters depend on configuration; the rows
 * only describe them.
 */
export const everythingSent = (rows: readonly ParameterRow[]): Composite<RawParameters> =>
  Object.freeze<Composite<RawParameters>>({ rows, read: (raw) => ({ value: raw, flaws: [] }) })
