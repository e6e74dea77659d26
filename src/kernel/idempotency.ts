import type { Reading, Writing } from '#platform/statement.ts'
import type { Actor } from './actor.ts'
import { idempotencyMismatch, Refusal } from './refusal.ts'

/** A caller's wish that repeats of this call be answered once: its key, and a hash of what was sent. */
export interface Idempotency {
  readonly key: string
  readonly requestHash: Buffer
}

interface Name {
  readonly caller: string
  readonly operation: string
  readonly key: string
}

/** Where calls that carried a key are remembered, for 24 hours. */
export interface RememberedCalls {
  /** False when the key is taken; waits while another transaction holds it. */
  readonly claim: (db: Writing, call: Name & { requestHash: Buffer; now: Date }) => Promise<boolean>
  readonly recall: (db: Reading, call: Name) => Promise<{ requestHash: Buffer; answer: unknown }>
  readonly keep: (db: Writing, call: Name & { answer: unknown }) => Promise<unknown>
}

interface Once<T> {
  readonly db: Writing
  readonly door: { readonly rememberedCalls: RememberedCalls; readonly clock: { now(): Date } }
  readonly operation: { readonly name: string }
  readonly once: Idempotency
  readonly actor: Actor
  readonly work: () => Promise<T>
}

/**
 * Does the work the first time the caller uses the key and gives the same answer at each repeat; refuses
 * the key for a different request. Claim and answer share the work's transaction.
 */
export async function answerOnce<T>({
  db,
  door,
  operation,
  once,
  actor,
  work,
}: Once<T>): Promise<{ readonly result: T; readonly isRepeat: boolean }> {
  const calls = door.rememberedCalls
  const name = { caller: `${actor.kind} ${actor.id}`, operation: operation.name, key: once.key }
  const { requestHash } = once
  if (await calls.claim(db, { ...name, requestHash, now: door.clock.now() })) {
    const result = await work()
    void calls.keep(db, { ...name, answer: result })
    return { result, isRepeat: false }
  }
  const earlier = await calls.recall(db, name)
  if (!earlier.requestHash.equals(requestHash)) throw new Refusal(idempotencyMismatch)
  return { result: earlier.answer as T, isRepeat: true }
}
