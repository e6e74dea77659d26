import { choice } from '#kernel/kinds.ts'
import { invalidInput, Refusal } from '#kernel/refusal.ts'
import { isMailAddress, type MailRoute } from '#platform/mail.ts'
import type { findRecipient } from './recipient-queries.ts'

/** Whom a letter goes to, and how they want to be reached. */
export type Recipient = NonNullable<Awaited<ReturnType<typeof findRecipient>>>

/** How a letter goes out. */
export const wayOfSending = choice('email', 'post')
export type WayOfSending = 'email' | 'post'

/** The way to send that is proposed: what the customer prefers, else what the template is written for. */
export function proposedWay(
  recipient: Recipient | undefined,
  { channel, isMailed }: { readonly channel: string; readonly isMailed: boolean },
): WayOfSending {
  if (!isMailed || !recipient?.email) return 'post'
  const preferred = (recipient.contactMethod ?? '').split(',').flatMap(wayNamed)
  return preferred[0] ?? (channel === 'email' ? 'email' : 'post')
}

const wayNamed = (method: string): readonly WayOfSending[] => {
  if (/e-?mail/i.test(method)) return ['email']
  return /letter|post|writing/i.test(method) ? ['post'] : []
}

/** The address that a letter goes to; throws a Refusal of the way where it cannot be e-mailed. */
export function addressFor(
  how: WayOfSending,
  recipient: Recipient | undefined,
  mail: MailRoute | undefined,
): string | null {
  if (how === 'post') return recipient?.address ?? null
  if (!mail)
    throw unmailable(
      'This installation sends no e-mail: send the letter by post, or ask whoever runs it to set up e-mail',
    )
  const email = recipient?.email
  if (!email)
    throw unmailable(
      'The customer has no e-mail address: add one to their details, or send the letter by post',
    )
  if (!isMailAddress(email))
    throw unmailable(
      'The customer’s e-mail address is not one that can be written to: correct it in their details, or send the letter by post',
    )
  return email
}

const unmailable = (message: string): Refusal =>
  new Refusal(invalidInput, [{ parameter: 'How', kind: 'invalid', message }])
