import { flag } from '#kernel/kinds.ts'
import { sentText, type ParameterRow, type RawParameters } from '#kernel/parameters.ts'
import { shortenName, withoutDirectionSigns } from '#platform/files/file-name.ts'

/** Where a document stands: still to be fetched, in the store, kept as an address only, or not obtained. */
export type DocumentState = 'pending' | 'stored' | 'link' | 'not retrieved'

/** A document as it came with a submission (contract 6.0.3), before anything of it is fetched. */
export interface NewDocument {
  /** Its place among the documents of the submission, from 0. */
  readonly position: number
  readonly name: string
  /** As it was sent; null where nothing usable was sent, so that the content decides. */
  readonly mediaType: string | null
  readonly url: string
  readonly isUrlPublic: boolean
  readonly loadsContent: boolean
  readonly category: string | null
  readonly isInSummary: boolean
  readonly state: DocumentState
  /** Why it will not be fetched, in words for a case worker. */
  readonly failure: string | null
}

const longestName = 250
const longestMediaType = 100
/** Addresses beyond this length are kept and never fetched (contract 6.0.3). */
export const longestUrl = 8192
const longestCategory = 4000
export const tooLong = 'The address has more than 8,192 characters and is not fetched.'

const fields = [
  ['Name', 'File name shown', 'text', { type: 'string', maxLength: longestName }],
  ['MimeType', 'Media type', 'text', { type: 'string', maxLength: longestMediaType }],
  ['URL', 'Where the file lies', 'text', { type: 'string', maxLength: longestUrl }],
  ['URLPublic', 'The address is open to everyone', 'flag', { type: 'boolean' }],
  ['URLLoadContent', 'Fetch the content now and store it', 'flag', { type: 'boolean' }],
  ['Category', 'Document category', 'text', { type: 'string', maxLength: longestCategory }],
  ['InSummary', 'Include it in the case summary', 'flag', { type: 'boolean' }],
] as const

/** How documentation describes the parameters of attached documents: `Document1.` stands for every number. */
export const documentRows: readonly ParameterRow[] = fields.map(([name, label, kind, schema]) => ({
  name: `Document1.${name}`,
  label,
  kind,
  schema,
  isRequired: false,
}))

/**
 * The documents of a submission in the order of display: the one without a number first, then by number,
 * gaps allowed. Items without an address are ignored; nothing sent here is ever refused (contract 6.0.3).
 */
export function readDocuments(raw: RawParameters): readonly NewDocument[] {
  return prefixesIn(raw)
    .map((prefix) => (name: string) => sentText(raw, `${prefix}.${name}`)?.trim())
    .filter((sent) => sent('URL') !== undefined)
    .map((sent, position) => readDocument(sent, position))
}

/** The prefixes that occur, such as `document` and `document2`, in the order of their numbers. */
function prefixesIn(raw: RawParameters): readonly string[] {
  const numbers = new Map<string, number>()
  for (const name of raw.keys()) {
    const [, prefix, digits] = /^(document([0-9]{0,9}))\.url$/.exec(name) ?? []
    if (prefix !== undefined) numbers.set(prefix, digits ? Number(digits) : -1)
  }
  return [...numbers].toSorted(([, one], [, other]) => one - other).map(([prefix]) => prefix)
}

type Sent = (name: string) => string | undefined

const isTrue = (text: string | undefined): boolean => {
  const read = flag.read(text ?? '')
  return 'value' in read && read.value
}

function readDocument(sent: Sent, position: number): NewDocument {
  const url = sent('URL') ?? ''
  const mediaType = sent('MimeType') ?? ''
  const category = sent('Category')
  return Object.freeze<NewDocument>({
    position,
    name: shortenName(nameFrom(sent('Name'), url), longestName),
    mediaType: mediaType.length > longestMediaType ? null : mediaType || null,
    url,
    category: category === undefined ? null : shortenName(category, longestCategory),
    isInSummary: isTrue(sent('InSummary')),
    ...readRetrieval(sent, url),
  })
}

function readRetrieval(sent: Sent, url: string) {
  const isUrlPublic = isTrue(sent('URLPublic'))
  const loadsContent = isTrue(sent('URLLoadContent'))
  const asked = { isUrlPublic, loadsContent, failure: null }
  if (url.length > longestUrl)
    return { ...asked, state: 'not retrieved', failure: tooLong } as const
  // an open address whose content is expressly not wanted is all there is to keep
  const isLink = isUrlPublic && !loadsContent && sent('URLLoadContent') !== undefined
  return { ...asked, state: isLink ? 'link' : 'pending' } as const
}

const nameFrom = (name: string | undefined, url: string): string =>
  withoutDirectionSigns(name ?? lastSegment(url)) || 'document'

/** The name that an address itself suggests, where none was sent. */
function lastSegment(url: string): string {
  const path = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*([^?#]*)/i.exec(url.slice(0, longestUrl))?.[1] ?? ''
  const segment = path.split('/').findLast((part) => part !== '') ?? ''
  try {
    return decodeURIComponent(segment).replaceAll('\0', '').toWellFormed() || 'document'
  } catch {
    return segment.toWellFormed()
  }
}

/** Of the ids given for a submission's documents, those to be fetched before the call is answered. */
export const fetchedWithinCall = (
  documents: readonly NewDocument[],
  documentIds: readonly number[],
): readonly number[] =>
  documentIds.filter((_, index) => {
    const document = documents[index]
    return document?.state === 'pending' && (!document.isUrlPublic || document.loadsContent)
  })
