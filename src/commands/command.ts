import type { Config } from '#config'
import type { Installation } from '#installation'
import type { Given, Parts } from './part.ts'

/** What a command has to say: a document for programs, text for people. */
export interface Outcome {
  readonly json: unknown
  readonly text: string
  /** 1 where the answer is bad news, such as a broken chain. */
  readonly exitCode?: 0 | 1
}

/** What a command works with. */
export interface Desk {
  readonly config: Config
  /** How whoever typed the command calls the program, such as `node bin/serve.mjs`. */
  readonly casewright: string
  /** Opens the installation, joining a server that runs; it is closed when the command ends. */
  readonly open: () => Promise<Installation>
}

/** Everything there is to say about a command, said once: help and documentation are made from it. */
export interface CommandDefinition<O extends Parts, P extends Parts> {
  /** Noun and verb, such as `api-key create`. */
  readonly name: string
  readonly summary: string
  /** More than the summary can say. */
  readonly notes?: readonly string[]
  /** What stands after the name, in this order; only the last may be repeated. */
  readonly operands: O
  readonly options: P
  /** One call as somebody would type it, after `casewright`. */
  readonly example: string
  /** Set where it may make an installation; all others are refused where there is none. */
  readonly makesInstallation?: true
  readonly run: (given: Given<O> & Given<P>, desk: Desk) => Promise<Outcome>
}

/** A command as lists hold it, whatever its parts. */
export interface Command {
  readonly name: string
  readonly summary: string
  readonly notes: readonly string[]
  readonly operands: Parts
  readonly options: Parts
  readonly example: string
  readonly makesInstallation?: true
  run(given: Readonly<Record<string, unknown>>, desk: Desk): Promise<Outcome>
}

/** Declares a command. */
export const command = <O extends Parts, P extends Parts>(
  definition: CommandDefinition<O, P>,
): Command =>
  Object.freeze<Command>({
    notes: [],
    ...definition,
    // the reader of arguments has made these values from these very parts
    run: (given, desk) => definition.run(given as Given<O> & Given<P>, desk),
  })
