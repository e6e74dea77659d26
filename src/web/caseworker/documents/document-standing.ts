import type { listDocumentsOfCase } from '#domain/filing/index.ts'
import { retryDocumentAddress } from '#web/caseworker/cases/case-actions.ts'
import type { Banner, DocumentStanding, ShownDocument } from '#web/caseworker/cases/shown-case.ts'
import { sizeInWords } from '#platform/files/size-in-words.ts'
import { documentAddress } from './addresses.ts'

type Told = Awaited<ReturnType<(typeof listDocumentsOfCase)['handle']>>
type Listed = Told['documents'][number]

const standings: ReadonlyMap<string, DocumentStanding> = new Map([
  ['pending', { text: 'Waiting to be retrieved', colour: 'yellow' }],
  ['stored', { text: 'Stored', colour: 'green' }],
  ['link', { text: 'Kept as a link', colour: 'grey' }],
  ['not retrieved', { text: 'Not retrieved', colour: 'red' }],
])

/** How a document is referred to. */
export const referenceOf = ({ documentId }: Pick<Listed, 'documentId'>): string => `D${documentId}`

/** Says whether a document did not come from where it lies. */
export const isMissing = ({ state }: Pick<Listed, 'state'>): boolean => state === 'not retrieved'

/** Says where a document stands. */
export const standingOf = ({ state }: Pick<Listed, 'state'>): DocumentStanding =>
  standings.get(state) ?? { text: state, colour: 'grey' }

/** Where a document lies that is kept as an address only, if that is on the web. */
export const linkOf = ({ state, url }: Pick<Listed, 'state' | 'url'>): string | undefined =>
  state === 'link' && /^https?:\/\//i.test(url ?? '') ? (url ?? undefined) : undefined

/** Gives a document as the page shows it, with the way to fetch it again where it did not come. */
export const shownDocument = (
  document: Listed,
  { caseId, mayAdd }: Pick<Told, 'caseId' | 'mayAdd'>,
): ShownDocument => ({
  name: document.name,
  href: documentAddress(caseId, referenceOf(document)),
  category: document.category ?? undefined,
  size: document.size === null ? undefined : sizeInWords(document.size),
  addedAt: document.addedAt,
  addedBy: document.author,
  versions: document.versions,
  isReleased: document.isReleased,
  standing: standingOf(document),
  failure: document.failure ?? undefined,
  retryAddress:
    mayAdd && isMissing(document) ? retryDocumentAddress(caseId, referenceOf(document)) : undefined,
})

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
