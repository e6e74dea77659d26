import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database.ts'
import type { Outside } from '#platform/outside.ts'
import type { Reading, Writing } from '#platform/statement.ts'
import type { Actor } from './actor.ts'
import type { Answer } from './answer.ts'
import type { Input, Parameters } from './parameters.ts'
import type { Permission } from './permission.ts'
import type { Flaw, Refusal, RefusalKind } from './refusal.ts'

/** How a caller names a case: by its number, else by a reference of the caller's system. */
export interface CaseReference {
  readonly caseId?: number
  readonly externalId?: string
}

/** The case sought, and whether it is to be changed. */
export interface Sought {
  readonly reference: CaseReference
  readonly isWriting: boolean
}

/** The case an operation is about, found and (for a write) locked by the door. */
export interface Subject {
  readonly caseId: number
  readonly isClosed: boolean
}

/** What a handler is given. */
export interface Task<P extends Parameters, D, E extends RefusalKind> {
  readonly input: Input<P>
  readonly db: D
  readonly outside: Outside
  readonly actor: Actor
  readonly now: Date
  /** The case, where the operation declares a subject. */
  readonly subject: Subject
  /** Makes a refusal that the operation declares; throw it. */
  readonly refuse: (kind: E, flaws?: readonly Flaw[]) => Refusal
  /** Adds to the audit entry: the case, and particulars without personal data. */
  readonly record: (
    caseId: number | undefined,
    particulars?: Readonly<Record<string, unknown>>,
  ) => void
}

/** What is left to do once the transaction is over: network calls never run inside one. */
export interface Aftermath<T> {
  readonly result: T
  readonly actor: Actor
  readonly database: Database
  readonly outside: Outside
  readonly clock: Clock
}

type Connection<F extends Effect> = F extends 'write' ? Writing : Reading
type Effect = 'read' | 'write'

/** Everything there is to say about an operation, said once. */
export interface OperationDefinition<
  P extends Parameters,
  E extends RefusalKind,
  T,
  F extends Effect,
> {
  /** The service's name on the wire, or ours in the same manner. */
  readonly name: string
  readonly summary: string
  readonly effect: F
  readonly permission: Permission
  readonly parameters: P
  readonly errors: readonly E[]
  /** How it is answered: by a declared answer, with `Content`, or with a `RowStream`. */
  readonly returns: Answer<T> | 'content' | 'stream'
  /** Sample calls, by wire name; each is tried in tests and shown in the documentation. */
  readonly examples: readonly Readonly<Record<string, string>>[]
  /** The name of the parameter that says which case this is about. */
  readonly subject?: {
    readonly [K in keyof Input<P>]: Input<P>[K] extends CaseReference | number ? K : never
  }[keyof Input<P>]
  /** Reads of personal data are audited too. */
  readonly isSensitive?: boolean
  /** Absent from the REST face. */
  readonly isWebOnly?: boolean
  readonly handle: (task: Task<P, Connection<F>, E>) => Promise<T>
  /** Runs after the commit and before the answer; a failure of it must not fail the call. */
  readonly afterwards?: (aftermath: Aftermath<T>) => Promise<void>
}

/* oxlint-disable typescript/no-explicit-any -- the one sanctioned any: here an operation's parts are forgotten */
/** An operation as lists and faces hold it, whatever its parameters and its answer. */
export interface Operation {
  readonly name: string
  readonly summary: string
  readonly effect: Effect
  readonly permission: Permission
  readonly parameters: Parameters
  readonly errors: readonly RefusalKind[]
  readonly returns: Answer<any> | 'content' | 'stream'
  readonly examples: readonly Readonly<Record<string, string>>[]
  readonly subject?: PropertyKey
  readonly isSensitive?: boolean
  readonly isWebOnly?: boolean
  handle(task: any): Promise<unknown>
  afterwards?(aftermath: Aftermath<any>): Promise<void>
}
/* oxlint-enable typescript/no-explicit-any */

/** Declares an operation. The compiler refuses what its parts do not allow. */
export function operation<
  const P extends Parameters,
  const E extends RefusalKind,
  T,
  const F extends Effect,
>(definition: OperationDefinition<P, E, T, F>): OperationDefinition<P, E, T, F> {
  return Object.freeze(definition)
}
