import type { JsonSchema } from '#kernel/kind.ts'

type Check = (wanted: unknown, value: unknown, at: string) => readonly string[]

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

const ok: readonly string[] = []
const unless = (isFine: boolean, fault: string): readonly string[] => (isFine ? ok : [fault])

/** The words of JSON Schema that answers use; any other is a fault of the schema. */
const checks: Readonly<Record<string, Check>> = {
  description: () => ok,
  format: (wanted, value, at) =>
    unless(
      wanted !== 'date' || /^\d{4}-\d\d-\d\d$/.test(String(value)),
      `${at} is no ${String(wanted)}`,
    ),
  type: (wanted, value, at) =>
    unless(typeOf(value) === wanted, `${at} is ${typeOf(value)}, not ${String(wanted)}`),
  enum: (wanted, value, at) =>
    unless((wanted as readonly unknown[]).includes(value), `${at} is none of the values`),
  pattern: (wanted, value, at) =>
    unless(new RegExp(String(wanted), 'u').test(String(value)), `${at} does not fit the pattern`),
  required: (wanted, value, at) =>
    (wanted as readonly string[]).flatMap((name) =>
      unless(isObject(value) && name in value, `${at} has no ${name}`),
    ),
  properties: (wanted, value, at) =>
    Object.entries(wanted as Readonly<Record<string, JsonSchema>>).flatMap(([name, schema]) =>
      isObject(value) && name in value ? schemaFaults(schema, value[name], `${at}.${name}`) : ok,
    ),
  additionalProperties: () => ok, // looked at with the properties, below
  items: (wanted, value, at) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => schemaFaults(wanted as JsonSchema, item, `${at}[${index}]`))
      : ok,
  oneOf: (wanted, value, at) => {
    const fitting = (wanted as readonly JsonSchema[]).filter(
      (schema) => schemaFaults(schema, value, at).length === 0,
    )
    return unless(fitting.length === 1, `${at} fits ${fitting.length} of the alternatives`)
  },
}

/** Members that the schema does not name: they fit what it says of others, else they are faults. */
function unnamedFaults(schema: JsonSchema, value: unknown, at: string): readonly string[] {
  const { properties = {}, additionalProperties } = schema
  if (!isObject(value) || schema['type'] !== 'object') return ok
  return Object.entries(value)
    .filter(([name]) => !(name in (properties as object)))
    .flatMap(([name, member]) =>
      isObject(additionalProperties)
        ? schemaFaults(additionalProperties, member, `${at}.${name}`)
        : [`${at}.${name} is not in the schema`],
    )
}

/** What is wrong with a value according to a schema, and with a schema that uses other words. */
export function schemaFaults(
  schema: JsonSchema,
  value: unknown,
  at = 'the answer',
): readonly string[] {
  const faults = Object.entries(schema).flatMap(
    ([word, wanted]) => checks[word]?.(wanted, value, at) ?? [`${word} is not checked`],
  )
  return [...faults, ...unnamedFaults(schema, value, at)]
}
