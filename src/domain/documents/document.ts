import { kind, type Kind } from '#kernel/kind.ts'

/** The job that fetches a document; the statement that adds documents puts it in by name. */
export const fetching = Object.freeze({ name: 'fetchdocument', attempts: 10 })

/** Names a file (`D1204`) or a piece of correspondence (`C1301`); stable (contract 6.9). */
export interface DocumentReference {
  readonly source: 'document' | 'correspondence'
  readonly id: number
}

/** The number that nothing has, for digits too long to be one. */
const nothing = 0

/** A reference such as `D1204` or `C1301`. */
export const documentReference: Kind<DocumentReference> = kind({
  name: 'document reference',
  schema: { type: 'string', pattern: '^[CD][0-9]+$' },
  read(value) {
    const [, letter, digits] = /^([CD])([0-9]{1,500})$/i.exec(value.trim()) ?? []
    if (!letter) return { fault: 'must be a reference, such as D1204' }
    const id = Number(digits)
    const source = letter.toUpperCase() === 'D' ? 'document' : 'correspondence'
    return { value: { source, id: Number.isSafeInteger(id) ? id : nothing } }
  },
  good: ['D1204', 'C1301', `D${'9'.repeat(40)}`],
  bad: ['40017', 'X1', 'D', 'D1.5'],
})

/** The reference of a file. */
export const fileReference = (documentId: number): string => `D${documentId}`

const mediaTypePattern = /^[\w!#$&^.+-]{1,100}\/[\w!#$&^.+-]{1,100}( *;[\x20-\x7e]{0,100})?$/

/** The media type to send a document with: as stored where it is one, otherwise unspecified. */
export const sendableMediaType = (stored: string | null): string =>
  stored !== null && mediaTypePattern.test(stored) ? stored : 'application/octet-stream'

/**
 * The media type to store: as it was sent, or as the content shows. What claims to be a PDF and is none is
 * not passed on as one: importing clients stop at damaged PDFs (contract 6.9).
 */
export function storedMediaType(sent: string | null, detected: string): string {
  if (sent === null) return detected
  const isFalsePdf = /^application\/pdf\b/i.test(sent) && detected !== 'application/pdf'
  return isFalsePdf ? detected : sent
}
