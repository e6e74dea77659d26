import { extensions, isWireWord, type WireWord } from '#api/wire-word.ts'
import type { JsonSchema } from '#kernel/kind.ts'
import type { Operation } from '#kernel/operation.ts'
import { parameterRows, type ParameterRow } from '#kernel/parameters.ts'
import type { Permission } from '#kernel/permission.ts'
import { usualMethod } from './addresses.ts'
import { answeredErrors, type AnsweredError } from './answered-errors.ts'

/** What there is to say about one service of the REST interface, all of it from its operation. */
export interface Described {
  readonly word: WireWord
  readonly summary: string
  /** Is it a service of our own, which iCasework does not have? */
  readonly isExtension: boolean
  readonly permission: Permission
  readonly effect: 'read' | 'write'
  readonly method: 'GET' | 'POST'
  readonly parameters: readonly ParameterRow[]
  /** The schema of the answer in JSON; undefined where the answer is a file or rows. */
  readonly answer: JsonSchema | undefined
  /** Rows of a report, or the bytes of one item. */
  readonly answerKind: 'tree' | 'item' | 'rows'
  readonly errors: readonly AnsweredError[]
  readonly examples: readonly Readonly<Record<string, string>>[]
}

/** Describes every operation that the REST interface offers, in the order of the list. */
export const describeAll = (operations: readonly Operation[]): readonly Described[] =>
  operations
    .filter(({ isWebOnly }) => !isWebOnly)
    .flatMap((operation) =>
      isWireWord(operation.name) ? [describe(operation.name, operation)] : [],
    )

function describe(word: WireWord, operation: Operation): Described {
  const { returns } = operation
  return {
    word,
    summary: operation.summary,
    isExtension: extensions.has(word),
    permission: operation.permission,
    effect: operation.effect,
    method: usualMethod(word),
    parameters: parameterRows(operation.parameters),
    answer: typeof returns === 'string' ? undefined : returns.schema,
    answerKind: kindOfAnswer(returns),
    errors: answeredErrors(word, operation),
    examples: operation.examples,
  }
}

function kindOfAnswer(returns: Operation['returns']): Described['answerKind'] {
  if (typeof returns !== 'string') return 'tree'
  return returns === 'content' ? 'item' : 'rows'
}
