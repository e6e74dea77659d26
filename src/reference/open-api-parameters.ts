import type { JsonSchema } from '#kernel/kind.ts'
import type { ParameterRow } from '#kernel/parameters.ts'
import type { Described } from './service.ts'

type Json = Readonly<Record<string, unknown>>

const reference = (name: string): Json => ({ $ref: `#/components/parameters/${name}` })

const common = new Set(['db', 'format', 'requestdate'])

/** What a service takes besides a body: all of it for a GET, what every service takes for a POST. */
export function parametersOf({ method, effect, parameters }: Described): readonly Json[] {
  const own = parameters.filter(({ name }) => !common.has(name.toLowerCase()))
  return [
    reference('db'),
    reference('format'),
    ...(method === 'GET' ? [reference('requestDate'), ...own.map(inQuery)] : []),
    ...(effect === 'write' ? [reference('idempotencyKey')] : []),
  ]
}

/** The body of a POST: the same parameters as a form, in JSON or in XML. */
export function requestBodyOf({ parameters, examples }: Described): Json {
  const schema = schemaOf(parameters)
  const [example] = examples
  const media = example ? { schema, example } : { schema }
  return {
    content: {
      'application/x-www-form-urlencoded': media,
      'application/json': media,
      'application/xml': { schema: { type: 'string' } },
    },
  }
}

const inQuery = ({ name, label, schema, isRequired }: ParameterRow): Json => ({
  name,
  in: 'query',
  description: label,
  required: isRequired,
  schema,
})

function schemaOf(rows: readonly ParameterRow[]): JsonSchema {
  const dated = rows.some(({ name }) => name === 'RequestDate') ? [] : [dateRow]
  const all = [...rows, ...dated]
  const required = all.filter(({ isRequired }) => isRequired).map(({ name }) => name)
  return {
    type: 'object',
    properties: Object.fromEntries(
      all.map(({ name, label, schema }) => [name, { ...asText(schema), description: label }]),
    ),
    ...(required.length > 0 ? { required } : {}),
  }
}

const dateRow: ParameterRow = {
  name: 'RequestDate',
  label: 'Present date and time',
  kind: 'date-time',
  schema: { type: 'string' },
  isRequired: false,
}

/** Values travel as text; JSON bodies may hold numbers and truth values as well (contract 2.3). */
const asText = (schema: JsonSchema): JsonSchema =>
  schema['type'] === 'string' ? schema : { ...schema, type: [schema['type'], 'string'] }
