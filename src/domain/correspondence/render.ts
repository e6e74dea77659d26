import type { Content } from '#kernel/answer.ts'
import { mediaTypeOf, type Correspondence } from './correspondence.ts'
import { renderEmail } from './email.ts'
import { renderLetter } from './letter.ts'

/** A piece of correspondence as it is handed out: an e-mail as HTML, a letter as PDF (contract 6.11). */
export async function renderCorrespondence(item: Correspondence): Promise<Content> {
  return mediaTypeOf(item.channel) === 'text/html'
    ? { mediaType: 'text/html;charset=UTF-8', body: renderEmail(item) }
    : { mediaType: 'application/pdf', body: await renderLetter(item) }
}
