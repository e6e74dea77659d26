import { readConfig } from '#config'
import type { Opening } from '#ground'
import type { Installation } from '#installation'
import { silentLog } from '#platform/log.ts'
import { everywhere, readArguments } from './arguments.ts'
import type { Command, Desk, Outcome } from './command.ts'
import { allCommands, commandsOf } from './commands.ts'
import { explain } from './explain.ts'
import { CommandFault, UsageFault } from './fault.ts'
import { describe, helpOf, nounOf, overview } from './help.ts'

/**
 * Runs the command that the arguments name, and gives its exit code: 0, 1 where it failed or found bad news,
 * 2 where it was not typed as it must be. Hints at further commands begin with the words given.
 */
export async function run(args: readonly string[], casewright: string): Promise<number> {
  const isJson = args.includes('--json')
  leaveQuietlyWhenUnread()
  try {
    const outcome = await perform(args, casewright)
    process.stdout.write(isJson ? `${JSON.stringify(outcome.json)}\n` : `${outcome.text}\n`)
    return outcome.exitCode ?? 0
  } catch (error) {
    const { sentence, isForeseen } = explain(error, casewright)
    process.stderr.write(`${isJson ? JSON.stringify({ error: sentence }) : sentence}\n`)
    if (!isJson && !isForeseen) tellWhere(error)
    return error instanceof CommandFault ? error.exitCode : 1
  }
}

/** A reader such as `head` may have had enough. */
function leaveQuietlyWhenUnread(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1)
  })
}

async function perform(args: readonly string[], casewright: string): Promise<Outcome> {
  const words = args.filter((word) => !(word.startsWith('--') && word.slice(2) in everywhere))
  const near = await commandsOf(words[0] ?? '')
  const found = near.find(isNamedBy(words))
  if (!found) return helpWith(words, near, { isHelp: args.includes('--help'), casewright })
  const rest = withoutName(args, found)
  const { given, isHelp } = readArguments(found, rest)
  if (isHelp) return { json: describe(found), text: helpOf(found, casewright) }
  return runWith(found, given, casewright)
}

const isNamedBy =
  (words: readonly string[]) =>
  ({ name }: Command): boolean =>
    name.split(' ').every((word, at) => words[at] === word)

/** What was typed, but for the words of the command's name. */
function withoutName(args: readonly string[], { name }: Command): readonly string[] {
  const sought = name.split(' ')
  return args.filter((word) => {
    if (word !== sought[0]) return true
    sought.shift()
    return false
  })
}

interface Wish {
  readonly isHelp: boolean
  readonly casewright: string
}

async function helpWith(
  words: readonly string[],
  near: readonly Command[],
  { isHelp, casewright }: Wish,
): Promise<Outcome> {
  const [noun = ''] = words
  const ofNoun = near.filter(({ name }) => nounOf(name) === noun)
  const shown = ofNoun.length > 0 ? ofNoun : await allCommands()
  if (isHelp && (words.length === 0 || ofNoun.length > 0))
    return { json: { commands: shown.map(describe) }, text: overview(shown, casewright) }
  if (words.length === 0)
    throw new UsageFault(
      (caller) => `Name a command, such as organisation list; ${caller} --help lists all.`,
    )
  const names =
    ofNoun.length > 0
      ? ofNoun.map(({ name }) => name)
      : [...new Set(shown.map(({ name }) => nounOf(name)))]
  throw new UsageFault(
    (caller) =>
      `There is no command "${words.slice(0, 2).join(' ')}"; there are: ${names.join(', ')} (${caller} --help lists all).`,
  )
}

async function runWith(
  command: Command,
  given: Readonly<Record<string, unknown>>,
  casewright: string,
): Promise<Outcome> {
  const mustExist = !command.makesInstallation
  // oxlint-disable-next-line node/no-process-env -- the one place where a command's environment is read
  const config = readConfig(process.env)
  let opened: Promise<Installation> | undefined
  const desk: Desk = {
    config,
    casewright,
    open: () => (opened ??= openWith({ config, log: silentLog, isServer: false, mustExist })),
  }
  try {
    return await command.run(given, desk)
  } finally {
    await opened?.then(
      (installation) => installation.close(),
      () => {},
    )
  }
}

/** What only looks something up in the program itself need not read how an installation is opened. */
const openWith = async (opening: Opening): Promise<Installation> =>
  (await import('#installation')).openInstallation(opening)

/** Where it happened, without what a driver quotes. */
function tellWhere(error: unknown): void {
  if (!(error instanceof Error)) return
  const lines = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  process.stderr.write(`${lines.join('\n')}\n`)
}
