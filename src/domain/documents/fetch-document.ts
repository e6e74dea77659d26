import { organisationsByName } from '#domain/organisations/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database.ts'
import type { FetchTrouble } from '#platform/files/fetch-outcome.ts'
import { receiveDocument, type FetchOptions } from '#platform/files/guarded-fetch.ts'
import type { Outside } from '#platform/outside.ts'
import { storedMediaType } from './document.ts'
import { allowedSources } from './document-source.ts'
import { longestUrl, tooLong } from './new-document.ts'
import { failDocument, findUnfetched, storeDocument } from './queries.ts'

/** Where and for whom documents are fetched. */
export interface Fetching {
  readonly organisationId: number
  readonly database: Database
  readonly outside: Outside
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly seconds: number
}

/** What became of an attempt: the document is there (or nothing was to be fetched), or why it is not. */
export type Fetched = { readonly kind: 'done' } | FetchTrouble

const done: Fetched = Object.freeze({ kind: 'done' })
const author = 'Casewright'

/**
 * Fetches one document into the store, in no transaction, and notes what came of it in one of its own. Running
 * it twice, even at once, stores the document once. An attempt that was cut short is not noted.
 */
export async function fetchDocument(fetching: Fetching, documentId: number): Promise<Fetched> {
  const { database, organisationId, clock } = fetching
  const unfetched = await database.read(organisationId, async (db) => {
    const found = await findUnfetched(db, { documentId })
    return found && { ...found, isAllowed: await allowedSources(db) }
  })
  if (!unfetched) return done
  const outcome = await receive(fetching, unfetched)
  const note = { documentId, author, now: clock.now() }
  if (outcome.kind === 'received') {
    await database.write(organisationId, (db) =>
      storeDocument(db, { ...note, ...outcome.received }),
    )
    return done
  }
  if (!isCutShort(outcome))
    await database.write(organisationId, (db) =>
      failDocument(db, { ...note, failure: outcome.detail }),
    )
  return outcome
}

const isCutShort = ({ reason }: FetchTrouble): boolean => reason === 'stopped'

interface Unfetched {
  readonly name: string
  readonly url: string
  readonly mediaType: string | null
  readonly isAllowed: (host: string, port: number) => boolean
}

async function receive(fetching: Fetching, { name, url, mediaType, isAllowed }: Unfetched) {
  const { organisationId, outside, signal, seconds } = fetching
  const { store, maxBytes, lookup } = outside.documents
  if (url.length > longestUrl)
    return { kind: 'refused', reason: 'not an address', detail: tooLong } as const
  const options: FetchOptions = {
    timeLimit: seconds * 1000,
    maxBytes,
    isAllowed,
    howToAllow: await remedyFor(fetching),
    fileName: name,
    signal,
    ...(lookup ? { lookup } : {}),
  }
  return receiveDocument(url, options, async (fetched) => ({
    ...(await store.put(organisationId, fetched.content, { maxBytes })),
    mediaType: storedMediaType(mediaType, fetched.mediaType),
  }))
}

/** The sentence is shown on the document, where caseworkers read it: it says whom to ask, and for what. */
async function remedyFor({ database, organisationId }: Fetching) {
  const organisations = [...(await organisationsByName(database)).values()]
  const name = organisations.find((each) => each.organisationId === organisationId)?.name ?? ''
  return (source: string) =>
    `An administrator can allow it: document-source allow ${source} --organisation ${name}`
}
