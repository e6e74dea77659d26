/** A refusal that an operation may answer with: what is so, and how it is said to a person. */
export interface RefusalKind<N extends string = string> {
  readonly name: N
  readonly message: string
}

/** Declares a refusal; names are public and never reused. */
export const refusal = <const N extends string>(name: N, message: string): RefusalKind<N> =>
  Object.freeze({ name, message })

/** What is wrong with one parameter, in words that say how to mend it. */
export interface Flaw {
  /** The name on the wire, such as `Customer.Surname`. */
  readonly parameter: string
  readonly kind: 'missing' | 'invalid'
  readonly message: string
}

export const notPermitted = refusal('notPermitted', 'You do not have permission to do this')
export const invalidInput = refusal('invalidInput', 'Something that was sent cannot be used')
export const unknownCase = refusal('unknownCase', 'There is no such case')
export const idempotencyMismatch = refusal(
  'idempotencyMismatch',
  'This Idempotency-Key was used for a different request',
)
/** Refusals that any operation may give without declaring them. */
export const commonRefusals = [notPermitted, invalidInput, idempotencyMismatch] as const

/** A refusal on its way to the caller: an answer, not a fault of ours. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly flaws: readonly Flaw[]
  constructor(kind: RefusalKind, flaws: readonly Flaw[] = []) {
    super(kind.message)
    this.kind = kind
    this.flaws = flaws
  }
}
