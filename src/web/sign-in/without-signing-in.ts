import { html } from '#web/layout/html.ts'

/** What is there for everybody. */
export const withoutSigningIn = html`<a class="govuk-link" href="/calculator"
    >Work out a deadline</a
  >
  without signing in.`
