import { flag, integer, shortText, text } from '#kernel/kinds.ts'
import { optional, required } from '#kernel/parameters.ts'
import { contentHash } from './content-hash.ts'

/** What is known of a file whose content has been taken into the store. */
export const receivedFile = {
  name: required(text({ max: 250 }), 'The name of the file'),
  hash: required(contentHash, 'The hash of its content'),
  size: required(integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), 'Its size in bytes'),
  mimeType: required(text({ max: 100 }), 'The type that its content shows'),
}

/** A file that has been taken into the store, and what is said of it by whoever files it. */
export const newFile = {
  ...receivedFile,
  category: optional(shortText, 'Category'),
  selfServiceAccess: optional(flag, 'The customer can see this document'),
}
