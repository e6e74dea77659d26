import { button } from '#web/components/button.ts'
import { input } from '#web/components/input.ts'
import type { Examples } from '#web/layout/examples.ts'
import { flawSummary, formTitle, messageOf } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { withoutSigningIn } from './without-signing-in.ts'

/** What was typed as the organisation's name, and what is wrong with it. */
export type OrganisationAsked = {
  readonly typed: string
  readonly next: string
  readonly message?: string
}

/** The page on which somebody says where they work, where the address does not. */
export const organisationView = ({ typed, next, message }: OrganisationAsked): Page => {
  const form = {
    flaws: message ? [{ parameter: 'organisation', kind: 'invalid' as const, message }] : [],
  }
  return {
    title: formTitle('Sign in', form),
    content: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${flawSummary(form)}
        <h1 class="govuk-heading-l">Sign in</h1>
        <form action="/sign-in" method="get" novalidate>
          <input type="hidden" name="next" value="${next}" />
          ${input({
            name: 'organisation',
            label: { text: 'Organisation', classes: 'govuk-label--m' },
            hint: { text: 'The short name by which addresses know it, such as north' },
            classes: 'govuk-input--width-20',
            value: typed,
            errorMessage: messageOf(form, 'organisation'),
            autocomplete: 'organization',
            autocapitalize: 'none',
            spellcheck: false,
          })}
          ${button({ text: 'Continue' })}
        </form>
        <p class="govuk-body">${withoutSigningIn}</p>
      </div>
    </div>`,
  }
}

/** Examples of the page, by what they show. */
export const organisationExamples: Examples<typeof organisationView> = {
  'nothing typed': [{ typed: '', next: '/' }],
  'a name of none': [
    { typed: 'nrth', next: '/', message: 'There is no organisation of this name here' },
  ],
}
