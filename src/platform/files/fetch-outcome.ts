import type { Readable } from 'node:stream'

/** Why a document was not fetched: the rules forbid it, so that a second attempt would end the same. */
export type Refusal =
  | 'not an address'
  | 'scheme'
  | 'credentials'
  | 'spelling'
  | 'port'
  | 'not public'
  | 'too large'
  | 'media type'

/** Why a document was not fetched: something went wrong, which may go well another time. */
export type Failure =
  | 'name not found'
  | 'not reached'
  | 'certificate'
  | 'not http'
  | 'status'
  | 'redirects'
  | 'encoding'
  | 'broken off'
  | 'too slow'
  | 'stopped'

/** Why there is no document, with a sentence for the caseworker that shows no part of the address but its host. */
export type FetchTrouble =
  | { readonly kind: 'refused'; readonly reason: Refusal; readonly detail: string }
  | { readonly kind: 'failed'; readonly reason: Failure; readonly detail: string }

/** A document on its way: its content as it arrives, the type its first bytes show, and the type and size the server claims. */
export interface FetchedContent {
  readonly content: Readable
  readonly mediaType: string
  readonly declaredType: string | undefined
  readonly declaredSize: number | undefined
}

/** What came of an attempt to fetch a document. */
export type FetchOutcome = ({ readonly kind: 'fetched' } & FetchedContent) | FetchTrouble

/** The error with which the content of a fetched document ends when it does not arrive whole. */
export class FetchStopped extends Error {
  override name = 'FetchStopped'
  readonly trouble: FetchTrouble

  constructor(trouble: FetchTrouble, cause?: unknown) {
    super(trouble.detail, { cause })
    this.trouble = trouble
  }
}

/** Makes the error that says a rule forbids the document. */
export function refused(reason: Refusal, detail: string): FetchStopped {
  return new FetchStopped({ kind: 'refused', reason, detail })
}

/** Makes the error that says something went wrong on the way. */
export function failed(reason: Failure, detail: string, cause?: unknown): FetchStopped {
  return new FetchStopped({ kind: 'failed', reason, detail }, cause)
}
