import type { Readable } from 'node:stream'
import { ContentTooLarge, type StoredContent } from '#platform/files/document-store.ts'
import { peek } from '#platform/files/fetched-content.ts'
import { shortenName, withoutDirectionSigns } from '#platform/files/file-name.ts'
import { detectMediaType, headLength } from '#platform/files/media-type.ts'
import type { DocumentAccess } from '#platform/outside.ts'

/** A file on its way from somebody's own machine; `isCut` where it went on past what is taken in. */
export interface ArrivingFile {
  readonly name: string
  readonly content: Readable
  readonly isCut: () => boolean
}

/** A file whose content is in the store, under the name to keep and the type that its content shows. */
export interface ReceivedFile extends StoredContent {
  readonly name: string
  readonly mediaType: string
}

const longestName = 250

/** The name under which a file is kept. */
export const keptName = (name: string): string =>
  shortenName(withoutDirectionSigns(name).trim() || 'document', longestName)

/**
 * Takes a file into the store as it arrives, and tells its type by its content; what it claims to be counts for
 * nothing. Where it is empty or too large, or its sender breaks off, nothing of it is kept; the last throws.
 */
export async function receiveFile(
  { store, maxBytes }: DocumentAccess,
  organisationId: number,
  { name, content, isCut }: ArrivingFile,
): Promise<ReceivedFile | 'empty' | 'too large'> {
  const arriving = await peek(wholeOf(content, isCut), headLength, () => {})
  if (arriving.head.length === 0) return 'empty'
  try {
    const stored = await store.put(organisationId, arriving.content, { maxBytes })
    return { ...stored, name: keptName(name), mediaType: detectMediaType(arriving.head, name) }
  } catch (error) {
    if (error instanceof ContentTooLarge) return 'too large'
    throw error
  }
}

async function* wholeOf(content: Readable, isCut: () => boolean): AsyncGenerator<Uint8Array> {
  yield* content as AsyncIterable<Uint8Array>
  if (isCut()) throw new ContentTooLarge('The content has more than is taken in.')
}
