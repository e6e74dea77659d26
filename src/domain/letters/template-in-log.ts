import type { Kept } from '#domain/change-log/index.ts'
import type { LetterTemplate } from './template.ts'

/** A letter as the change log keeps it. */
export const letterInLog = ({
  name,
  channel,
  subject,
  records,
  body,
}: Omit<LetterTemplate, 'code' | 'channel'> & { readonly channel: string }): NonNullable<Kept> => ({
  name,
  channel,
  subject,
  'what sending it records': records,
  text: body,
})
