import { findCorrespondence, renderCorrespondence } from '#domain/correspondence/index.ts'
import type { MailLetter } from '#platform/mail.ts'
import type { Reading } from '#platform/statement.ts'

/** A piece of correspondence as a mail to a customer: its text, and the same as a PDF. */
export async function customerLetter(
  db: Reading,
  correspondenceId: number,
): Promise<Pick<MailLetter, 'subject' | 'text' | 'attachments'> | undefined> {
  const found = await findCorrespondence(db, { correspondenceId })
  if (!found) return undefined
  const { mediaType: contentType, body } = await renderCorrespondence({
    ...found,
    channel: 'letter',
  })
  if (!Buffer.isBuffer(body)) throw new Error('A letter is a PDF')
  return {
    subject: found.subject ?? found.name,
    text: `${found.body.trimEnd()}\n\nThis letter is attached as a PDF too.\n`,
    attachments: [{ filename: `letter-${found.caseId}.pdf`, contentType, content: body }],
  }
}
