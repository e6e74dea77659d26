import type { Examples } from '#web/layout/examples.ts'
import { html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { onwardButton } from '#web/sign-in/onward.ts'
import type { Onward } from '#web/sign-in/onward.ts'

/** How many recovery codes are left after one was used, and where to go on. */
export type UsedCode = { readonly codesLeft: number; readonly onward: Onward }

/** The page after a recovery code was used. */
export const usedCodeView = ({ codesLeft, onward }: UsedCode): Page => ({
  title: 'You used a recovery code',
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <h1 class="govuk-heading-l">You used a recovery code</h1>
      <p class="govuk-body">${leftInWords(codesLeft)} This one is good no more.</p>
      <p class="govuk-body">
        Have you lost your phone or your passkey?
        <a class="govuk-link" href="/account/second-factors">Remove it and set up another</a>. If it
        was not you who used codes before, change your password too.
      </p>
      ${onwardButton(onward)}
    </div>
  </div>`,
})

/** Says how many recovery codes are left. */
export const leftInWords = (codesLeft: number): string => {
  if (codesLeft === 0) return 'You have no recovery code left: make new ones.'
  return codesLeft === 1
    ? 'You have 1 recovery code left.'
    : `You have ${codesLeft} recovery codes left.`
}

/** Examples of the page, by what they show. */
export const usedCodeExamples: Examples<typeof usedCodeView> = {
  'a form half written': [
    {
      codesLeft: 9,
      onward: {
        address: '/cases/1001/notes/new',
        csrfToken: 'example',
        typed: { Notes: 'Rang <her>' },
      },
    },
  ],
}
