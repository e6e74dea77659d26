import assert from 'node:assert/strict'
import { Refusal } from '#kernel/refusal.ts'

/** For `assert.rejects`: the answer was no, under that name. */
export const refusedAs =
  (name: string) =>
  (error: unknown): true => {
    assert.ok(error instanceof Refusal, String(error))
    assert.equal(error.kind.name, name)
    return true
  }
