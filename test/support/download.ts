import assert from 'node:assert/strict'
import { text } from 'node:stream/consumers'
import type { FetchTrouble } from '#platform/files/fetch-outcome.ts'
import { receiveDocument, type FetchOptions } from '#platform/files/guarded-fetch.ts'

/** Limits that no document of a test meets by accident. */
export const limits = { timeLimit: 5000, maxBytes: 1_000_000 }

/** The same where every host is allowed, the loopback too. */
export const allowed: FetchOptions = { ...limits, isAllowed: () => true }

/** Fetches a document of text to its end. */
export const download = (address: string, options: FetchOptions = allowed) =>
  receiveDocument(address, options, ({ content }) => text(content))

/** Fetches a document that must not come, and says why it did not. */
export async function trouble(address: string, options: FetchOptions): Promise<FetchTrouble> {
  const outcome = await download(address, options)
  assert.notEqual(outcome.kind, 'received', JSON.stringify(outcome))
  return outcome as FetchTrouble
}
