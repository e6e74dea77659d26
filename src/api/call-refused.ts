import { Refusal } from '#kernel/refusal.ts'
import { firstInOrder } from './answering/wire-error.ts'
import type { Cause } from './answering/wire-error.ts'

/** A call that the face itself turns down. */
export class CallRefused extends Error {
  override readonly name = 'CallRefused'
  readonly reason: Cause

  constructor(reason: Cause) {
    super('the call is refused')
    this.reason = reason
  }
}

/** What an error is answered to, undefined where it is a failure of ours (contract 3.4 (5)). */
export function causeOf(error: unknown): Cause | undefined {
  if (error instanceof CallRefused) return error.reason
  if (!(error instanceof Refusal)) return undefined
  const flaws = error.flaws.map(({ kind, parameter }) =>
    kind === 'missing' ? { missing: parameter } : { invalid: parameter },
  )
  return firstInOrder(flaws) ?? { refusal: error.kind.name }
}
