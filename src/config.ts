import { Unreadable, type Kind } from './config-kinds.ts'
import { distance } from '#platform/distance.ts'
import { variables, type Variable } from './config-variables.ts'

export { variables, type Variable }

type Variables = typeof variables

type ValueOf<V> = V extends { kind: Kind<infer T> }
  ? V extends { default: string }
    ? T
    : T | undefined
  : never

/** All that the environment decides, read and checked. */
export type Config = Readonly<{ [K in keyof Variables]: ValueOf<Variables[K]> }>

/** The environment as a process has it. */
export type Environment = Readonly<Record<string, string | undefined>>

/** All faults of an environment, one sentence each; no secret is in them. */
export class ConfigFaults extends Error {
  override readonly name = 'ConfigFaults'
  readonly isForOperator = true
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    const lines = faults.map((fault) => `  - ${fault}`)
    super(['The environment cannot be used as it is:', ...lines].join('\n'))
    this.faults = Object.freeze([...faults])
  }
}

/** Reads the configuration from an environment, or raises ConfigFaults with every fault in it; an empty value counts as absent. */
export function readConfig(environment: Environment): Config {
  const faults: string[] = []
  const entries = Object.entries<Variable>(variables).map(([field, variable]) => [
    field,
    readVariable(variable, textOf(environment, variable.name), faults),
  ])
  const config = Object.freeze(Object.fromEntries(entries)) as Config
  faults.push(...unknownNames(environment), ...contradictions(config, environment))
  if (faults.length > 0) throw new ConfigFaults(faults)
  return config
}

function textOf(environment: Environment, name: string): string | undefined {
  return environment[name]?.trim() || undefined
}

function readVariable(variable: Variable, given: string | undefined, faults: string[]): unknown {
  const text = given ?? variable.default
  if (text === undefined) return undefined
  try {
    return variable.kind.read(text)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    faults.push(`${variable.name} ${error.message}${repeat(variable, text)}.`)
    return undefined
  }
}

/** Whatever could hold a password is not repeated, also when it stands in the wrong variable. */
function repeat(variable: Variable, text: string): string {
  if (variable.isSecret || text.includes('@')) return '; its value is not shown here'
  return `; it is ${JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)}`
}

function contradictions(config: Config, environment: Environment): string[] {
  const found: string[] = []
  const isGiven = (name: string) => textOf(environment, name) !== undefined
  if (isGiven('DATABASE_OWNER_URL') && !isGiven('DATABASE_URL')) {
    found.push('DATABASE_OWNER_URL is set without DATABASE_URL; set both or neither.')
  }
  if (config.metricsPort && config.metricsPort === config.port) {
    found.push(
      'CASEWRIGHT_METRICS_PORT is the same as PORT; measurements need a port of their own.',
    )
  }
  if (isGiven('SMTP_URL') !== isGiven('MAIL_FROM')) {
    found.push('SMTP_URL and MAIL_FROM need each other; set both or neither.')
  }
  return found
}

const prefix = 'CASEWRIGHT_'

/** Known, but no settings: by these the test runner tells its tests where their PostgreSQL is, and how often to try. */
const testing = ['CASEWRIGHT_TEST_POSTGRES', 'CASEWRIGHT_TEST_TEMPLATE', 'CASEWRIGHT_TEST_ROUNDS']

function unknownNames(environment: Environment): string[] {
  const known = new Set([...Object.values(variables).map(({ name }) => name as string), ...testing])
  return Object.keys(environment)
    .filter((name) => name.startsWith(prefix) && textOf(environment, name) && !known.has(name))
    .map((name) => `${name} is not a variable of Casewright${suggestion(name, [...known])}`)
}

function suggestion(name: string, known: readonly string[]): string {
  const bare = (one: string) => one.replace(prefix, '')
  const near = known
    .filter((one) => !testing.includes(one))
    .map((one) => ({ one, steps: distance(bare(one), bare(name)) }))
    .filter(({ one, steps }) => steps <= Math.max(1, Math.floor(bare(one).length / 3)))
    .sort((a, b) => a.steps - b.steps)[0]
  return near ? `; did you mean ${near.one}?` : '.'
}
