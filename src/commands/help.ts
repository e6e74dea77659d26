import { everywhere } from './arguments.ts'
import type { Command } from './command.ts'
import type { Part, Parts } from './part.ts'

/** All commands, grouped by noun, for somebody who calls the program by the words given. */
export function overview(commands: readonly Command[], casewright: string): string {
  const width = Math.max(...commands.map((each) => naming(each).length))
  const groups = [...Map.groupBy(commands, groupOf).values()].map((group) =>
    group.map((each) => `  ${naming(each).padEnd(width)}  ${each.summary}`).join('\n'),
  )
  return [
    `Usage: ${casewright} NOUN VERB … [--organisation NAME] [--json] [--help]`,
    'Works while the server runs and when it does not, on the same data.',
    ...groups,
    `${casewright} NOUN VERB --help says more of each.`,
  ].join('\n\n')
}

/** The noun of a command; those that are about everything have none. */
export const groupOf = ({ name }: Command): string => (name.includes(' ') ? nounOf(name) : '')

/** How one command is used. */
export function helpOf(command: Command, casewright: string): string {
  const parts = partLines(command)
  return [
    `Usage: ${casewright} ${usage(command)}`,
    command.summary,
    ...command.notes,
    parts.map(([shown, meaning]) => `  ${shown.padEnd(widest(parts))}  ${meaning}`).join('\n'),
    `Example:\n  ${casewright} ${command.example}`,
  ].join('\n\n')
}

/** The same as a document for programs. */
export const describe = (command: Command): Readonly<Record<string, unknown>> => ({
  command: command.name,
  summary: command.summary,
  notes: command.notes,
  operands: partsOf(command.operands),
  options: partsOf({ ...command.options, ...everywhere }),
  example: command.example,
})

const partsOf = (parts: Parts) =>
  Object.entries(parts).map(([name, { arity, isRequired, meaning }]) => ({
    name,
    meaning,
    isRequired,
    isRepeated: arity === 'many',
    hasValue: arity !== 'flag',
  }))

/** The noun of a command's name. */
export const nounOf = (name: string): string => name.split(' ')[0] ?? name

/** Name, operands and options, on one line. */
export function usage(command: Command): string {
  const named = Object.entries(command.options).map(([option, part]) =>
    bracketed(part, optionLine(option, part)),
  )
  return [naming(command), ...named].join(' ')
}

function naming({ name, operands }: Command): string {
  const shown = Object.values(operands).map(
    (part) => bracketed(part, part.placeholder) + (part.arity === 'many' ? ' …' : ''),
  )
  return [name, ...shown].join(' ')
}

const bracketed = ({ isRequired }: Part<unknown>, text: string): string =>
  isRequired ? text : `[${text}]`

const optionLine = (name: string, { placeholder, arity }: Part<unknown>): string =>
  [`--${name}`, placeholder, arity === 'many' ? '…' : ''].filter(Boolean).join(' ')

/** What stands for each operand and option, and what it means. */
export const partLines = (command: Command): readonly (readonly [string, string])[] => [
  ...Object.values(command.operands).map(
    ({ placeholder, meaning }) => [placeholder, meaning] as const,
  ),
  ...Object.entries<Part<unknown>>({ ...command.options, ...everywhere }).map(
    ([name, part]) => [optionLine(name, part), part.meaning] as const,
  ),
]

const widest = (lines: readonly (readonly [string, string])[]): number =>
  Math.max(...lines.map(([shown]) => shown.length))
