import { button } from '#web/components/button.ts'
import type { Flaw } from '#kernel/refusal.ts'
import type { Examples } from '#web/layout/examples.ts'
import { flawSummary, formTitle } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { newPasswordField, ownerField } from './new-password-field.ts'

/** What the page at a link to set a new password shows. */
export type NewPassword = {
  readonly action: string
  readonly organisation: string
  readonly email: string
  readonly flaws: readonly Flaw[]
}

/** The page on which a new password is set by a link. */
export const newPasswordView = (model: NewPassword): Page => ({
  title: formTitle('Set a new password', model),
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(model)}
      <span class="govuk-caption-l">${model.organisation}</span>
      <h1 class="govuk-heading-l">Set a new password</h1>
      <p class="govuk-body">Wherever you are signed in, you will be signed out there.</p>
      <form action="${model.action}" method="post" novalidate>
        ${ownerField(model.email)} ${newPasswordField(model)}
        ${button({ text: 'Set password', preventDoubleClick: true })}
      </form>
    </div>
  </div>`,
})

const first: NewPassword = {
  action: '/sign-in/example/new-password/token',
  organisation: 'Example Council',
  email: 'ife.okafor@north.example',
  flaws: [],
}

/** Examples of the page, by what they show. */
export const newPasswordExamples: Examples<typeof newPasswordView> = {
  'a fresh link': [first],
  'too short': [
    {
      ...first,
      flaws: [
        {
          parameter: 'chosen',
          kind: 'invalid',
          message: 'New password must be 12 characters or more',
        },
      ],
    },
  ],
}
