import type { getDocument } from '#domain/filing/index.ts'
import type { DocumentStanding } from '#web/caseworker/cases/shown-case.ts'
import { previewOf } from '#web/layout/headers.ts'
import { sizeInWords } from '#platform/files/size-in-words.ts'
import { documentAddress } from './addresses.ts'
import { linkOf, referenceOf, standingOf } from './document-standing.ts'
import { downloadAddress, previewAddress, versionAddress } from './download.ts'

type Told = Awaited<ReturnType<(typeof getDocument)['handle']>>

/** One content that a document has or had: when it came and from whom, and where it is opened. */
export type ShownContent = {
  readonly name: string
  readonly size: string | undefined
  readonly addedAt: Date
  readonly addedBy: string
  readonly href: string | undefined
}

/** A document as its own page shows it. */
export type ShownPaper = {
  readonly caseNumber: string
  readonly banner: string | undefined
  readonly current: ShownContent
  readonly category: string | undefined
  readonly isReleased: boolean
  readonly standing: DocumentStanding
  readonly failure: string | undefined
  /** Its content shown on the page, where that is safe and of use. */
  readonly preview: { readonly kind: 'image' | 'frame'; readonly address: string } | undefined
  /** What it was before, the newest first, each with its number. */
  readonly older: readonly (ShownContent & { readonly version: number })[]
  /** What the reader may do with it, and where. */
  readonly ways: readonly { readonly text: string; readonly href: string }[]
}

/** Gives a document as its own page shows it. */
export const shownPaper = (told: Told, banner: string | undefined): ShownPaper => {
  const { caseId, document, versions } = told
  const reference = referenceOf(document)
  return {
    caseNumber: String(caseId),
    banner,
    current: {
      ...shownContent(document),
      href: document.state === 'stored' ? downloadAddress(reference) : linkOf(document),
    },
    category: document.category ?? undefined,
    isReleased: document.isReleased,
    standing: standingOf(document),
    failure: document.failure ?? undefined,
    preview: previewFor(document),
    older: versions.map((each) => ({
      ...shownContent(each),
      version: each.version,
      href: versionAddress(reference, each.version),
    })),
    ways: told.mayChange ? waysFor(told) : [],
  }
}

const previewFor = (document: Told['document']): ShownPaper['preview'] => {
  const kind = document.state === 'stored' ? previewOf(document.mediaType) : undefined
  return kind && { kind, address: previewAddress(referenceOf(document)) }
}

const shownContent = (content: Omit<Told['versions'][number], 'version'>) => ({
  name: content.name,
  size: content.size === null ? undefined : sizeInWords(content.size),
  addedAt: content.addedAt,
  addedBy: content.author,
})

const waysFor = ({ caseId, document }: Told): ShownPaper['ways'] => {
  const to = (step: string) => documentAddress(caseId, referenceOf(document), step)
  const release = document.isReleased
    ? [{ text: 'Withdraw it from the customer', href: to('withdraw') }]
    : [{ text: 'Let the customer see it', href: to('release') }]
  return [
    { text: 'Change title or category', href: to('change') },
    { text: 'Add a new version', href: to('version') },
    ...(document.state === 'stored' || document.isReleased ? release : []),
  ]
}
