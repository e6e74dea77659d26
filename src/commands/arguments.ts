import { parseArgs } from 'node:util'
import type { Command } from './command.ts'
import { UsageFault } from './fault.ts'
import { flag, type Part, type Parts } from './part.ts'

/** The options that every command has. */
export const everywhere = {
  json: flag('Print one JSON document and nothing else.'),
  help: flag('Show how the command is used, and do nothing.'),
} as const satisfies Parts

interface Typed {
  readonly operands: readonly string[]
  readonly options: ReadonlyMap<string, readonly string[]>
}

/** What was typed after a command's name: its values, and the wishes that every command understands. */
export interface ReadArguments {
  readonly given: Readonly<Record<string, unknown>>
  readonly isJson: boolean
  readonly isHelp: boolean
}

/** Reads what was typed after a command's name; throws UsageFault with every fault in it. */
export function readArguments(command: Command, typed: readonly string[]): ReadArguments {
  const { operands, options } = take(command, typed)
  const isJson = options.has('json')
  if (options.has('help')) return { given: {}, isJson, isHelp: true }
  const given: Record<string, unknown> = {}
  const faults: string[] = []
  const keep = (name: string, shown: string, [part, texts]: [Part<unknown>, readonly string[]]) => {
    const result = part.read(texts)
    if ('fault' in result) faults.push(`${shown} ${result.fault}${repeat(texts)}`)
    else given[name] = result.value
  }
  const assigned = assign(command, operands)
  for (const [name, part] of Object.entries(command.operands))
    keep(name, part.placeholder, [part, assigned.get(name) ?? []])
  for (const [name, part] of Object.entries(command.options))
    keep(name, `--${name}`, [part, options.get(name) ?? []])
  if (faults.length > 0) throw usage(command, faults.join('; '))
  return { given, isJson, isHelp: false }
}

const usage = ({ name }: Command, faults: string): UsageFault =>
  new UsageFault((casewright) => `${faults}; see: ${casewright} ${name} --help`)

const repeat = (texts: readonly string[]): string =>
  texts.length > 0 ? ` (${texts.map((each) => JSON.stringify(each)).join(' ')} was given)` : ''

function take(command: Command, typed: readonly string[]): Typed {
  const known: Parts = { ...command.options, ...everywhere }
  const { tokens } = parseArgs({
    args: [...typed],
    options: Object.fromEntries(
      Object.entries(known).map(([name, { arity }]) => [
        name,
        { type: arity === 'flag' ? 'boolean' : 'string' } as const,
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const operands: string[] = []
  const options = new Map<string, string[]>()
  let open: string[] | undefined
  for (const token of tokens) {
    if (token.kind === 'positional') (open ?? operands).push(token.value)
    if (token.kind !== 'option') continue
    const part = knownPart(command, known, token.rawName)
    const values = options.get(token.name) ?? []
    values.push(valueOf(command, part, token))
    options.set(token.name, values)
    // values of a repeated option may follow one another where no operand can be meant
    open = part.arity === 'many' && Object.keys(command.operands).length === 0 ? values : undefined
  }
  return { operands, options }
}

function knownPart(command: Command, known: Parts, rawName: string): Part<unknown> {
  const name = rawName.slice(2)
  if (rawName.startsWith('--') && Object.hasOwn(known, name)) return known[name] as Part<unknown>
  const names = Object.keys(known).map((each) => `--${each}`)
  throw new UsageFault(
    `${command.name} has no option ${rawName}; its options are ${names.join(', ')}`,
  )
}

interface OptionToken {
  readonly rawName: string
  readonly value: string | undefined
  readonly inlineValue: boolean | undefined
}

function valueOf(
  command: Command,
  { arity }: Part<unknown>,
  { rawName, value, inlineValue }: OptionToken,
): string {
  if (arity === 'flag') {
    if (value === undefined) return ''
    throw usage(command, `${rawName} takes no value`)
  }
  if (value === undefined || value === '' || (!inlineValue && value.startsWith('--')))
    throw usage(command, `${rawName} needs a value`)
  return value
}

function assign(command: Command, typed: readonly string[]): Map<string, readonly string[]> {
  const assigned = new Map<string, readonly string[]>()
  let rest = typed
  for (const [name, { arity }] of Object.entries(command.operands)) {
    const taken = arity === 'many' ? rest.length : 1
    assigned.set(name, rest.slice(0, taken))
    rest = rest.slice(taken)
  }
  if (rest.length === 0) return assigned
  throw usage(command, `${JSON.stringify(rest[0])} is one word too many`)
}
