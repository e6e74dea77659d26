import type { getCaseOverview } from '#domain/notes/index.ts'
import { sizeInWords } from '#web/layout/sizes.ts'
import { downloadAddress } from '#web/caseworker/documents/download.ts'
import { retryDocumentAddress } from './case-actions.ts'
import type { Banner, DocumentStanding, ShownDocument } from './shown-case.ts'

type Overview = Awaited<ReturnType<(typeof getCaseOverview)['handle']>>
type Listed = NonNullable<Overview['documents']>[number]

const standings: ReadonlyMap<string, DocumentStanding> = new Map([
  ['pending', { text: 'Waiting to be retrieved', colour: 'yellow' }],
  ['stored', { text: 'Stored', colour: 'green' }],
  ['link', { text: 'Kept as a link', colour: 'grey' }],
  ['not retrieved', { text: 'Not retrieved', colour: 'red' }],
])

const referenceOf = ({ documentId }: Listed): string => `D${documentId}`

/** Says whether a document did not come from where it lies. */
export const isMissing = ({ state }: Listed): boolean => state === 'not retrieved'

/** Gives a document as the page shows it, with the way to fetch it again where it did not come. */
export const shownDocument = (document: Listed, theCase: Overview): ShownDocument => {
  const mayRetry = theCase.mayAddDocuments && isMissing(document)
  return {
    name: document.name,
    href: addressOf(document),
    category: document.category ?? undefined,
    size: document.size === null ? undefined : sizeInWords(document.size),
    addedAt: document.documentAt,
    standing: standings.get(document.state) ?? { text: document.state, colour: 'grey' },
    failure: document.failure ?? undefined,
    retryAddress: mayRetry
      ? retryDocumentAddress(theCase.caseId, referenceOf(document))
      : undefined,
  }
}

/** Where it can be opened: with us once it is stored, elsewhere only if that is on the web. */
const addressOf = (document: Listed): string | undefined => {
  if (document.state === 'stored') return downloadAddress(referenceOf(document))
  const isOnTheWeb = /^https?:\/\//i.test(document.url ?? '')
  return document.state === 'link' && isOnTheWeb ? (document.url ?? undefined) : undefined
}

/** Gives the banner for what the page before left: of a document, by its reference, what became of it; else the text. */
export const bannerFor = (left: string, documents: readonly Listed[]): Banner => {
  const document = documents.find((each) => referenceOf(each) === left.toUpperCase())
  if (!document) return { text: left, isSuccess: true }
  return { text: outcome(document), isSuccess: document.state === 'stored' }
}

const outcome = ({ name, state }: Listed): string => {
  if (state === 'stored') return `${name} has been retrieved`
  if (state === 'not retrieved') return `${name} could not be retrieved`
  return `${name} is still being retrieved`
}
