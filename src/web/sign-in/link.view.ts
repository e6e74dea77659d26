import { button } from '#web/components/button.ts'
import type { Examples } from '#web/layout/examples.ts'
import { html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { withoutSigningIn } from './without-signing-in.ts'

/** What the page at a sign-in link shows: where its button sends the reader. */
export type LinkPage = { readonly action: string }

// Programs that look at mail open links: only the button uses the link up.
/** The page at a sign-in link, before it is used. */
export const linkView = ({ action }: LinkPage): Page => ({
  title: 'Sign in',
  content: html`<h1 class="govuk-heading-l">Sign in</h1>
    <p class="govuk-body">This link works once.</p>
    <form action="${action}" method="post">
      ${button({ text: 'Sign in', preventDoubleClick: true })}
    </form>
    <p class="govuk-body">${withoutSigningIn}</p>`,
})

/** Examples of the page, by what they show. */
export const linkExamples: Examples<typeof linkView> = {
  'a fresh link': [{ action: '/sign-in/example' }],
}
