import type { Examples } from '#web/layout/examples.ts'
import type { Typed } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { onwardButton } from './onward.ts'

/** A form that was sent after its session had ended: where it belongs, and what was typed. */
export type KeptForm = {
  readonly address: string
  readonly csrfToken: string
  readonly typed: Typed
}

/** The page after signing in anew, from which a form is gone back to as it was. */
export const keptFormView = ({ address, csrfToken, typed }: KeptForm): Page => ({
  title: 'You are signed in again',
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <h1 class="govuk-heading-l">You are signed in again</h1>
      <p class="govuk-body">What you typed has been kept, and not been saved yet.</p>
      ${onwardButton({ address, csrfToken, typed })}
    </div>
  </div>`,
})

/** Examples of the page, by what they show. */
export const keptFormExamples: Examples<typeof keptFormView> = {
  'a note half written': [
    {
      address: '/cases/1001/notes/new',
      csrfToken: 'example',
      typed: { Notes: 'Rang <her> at "5"' },
    },
  ],
}
