/** A message or letter as it was processed; its body is plain text, paragraphs apart by empty lines. */
export interface Correspondence {
  readonly name: string
  readonly channel: string
  readonly subject: string | null
  readonly body: string
  readonly author: string
  readonly processedAt: Date
}

/** The reference of a piece of correspondence. */
export const correspondenceReference = (correspondenceId: number): string => `C${correspondenceId}`

/** The number in a reference such as `C1301` or `1301`; undefined where it is neither. */
export function readCorrespondenceId(text: string): number | undefined {
  const digits = /^C?([0-9]{1,16})$/i.exec(text.trim())?.[1]
  const id = Number(digits)
  return digits !== undefined && Number.isSafeInteger(id) ? id : undefined
}

/** An e-mail is HTML, a letter is PDF (contract 6.11). */
export const mediaTypeOf = (channel: string): 'text/html' | 'application/pdf' =>
  channel === 'email' ? 'text/html' : 'application/pdf'

/** The paragraphs of a body; line breaks within them stay. */
export const paragraphsOf = (body: string): readonly string[] =>
  body
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
