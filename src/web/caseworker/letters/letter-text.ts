import { insetText } from '#web/components/inset-text.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** What a letter says. */
export type LetterText = { readonly subject: string | null; readonly body: string }

/** What is said beside a letter that is shown before it is sent. */
export const asOfToday =
  'Dates and names are shown as they stand today. They are put in again when the letter is sent: dates that count from the day of sending can still change.'

/** A letter as it reads. */
export const letterText = ({ subject, body }: LetterText): Html =>
  insetText({
    html: html`${subject !== null && html`<p class="govuk-body-m">${subject}</p>`}
      <p class="app-answer">${body}</p>`,
  })
