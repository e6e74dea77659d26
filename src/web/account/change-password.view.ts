import { button } from '#web/components/button.ts'
import { input } from '#web/components/input.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField, flawSummary, formTitle, messageOf } from '#web/layout/form-page.ts'
import type { Form } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { newPasswordField, ownerField } from '#web/new-password/new-password-field.ts'

/** What the page to change one's password shows. */
export type PasswordChange = Pick<Form, 'csrfToken' | 'flaws'> & {
  /** Whoever has one must give it, unless they have come by a link. */
  readonly isCurrentAsked: boolean
  readonly email: string
}

/** The page on which somebody changes their password. */
export const changePasswordView = (model: PasswordChange): Page => ({
  title: formTitle('Change your password', model),
  back: { href: '/account', text: 'Back to your account' },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(model)}
      <h1 class="govuk-heading-l">Change your password</h1>
      <p class="govuk-body">
        Wherever else you are signed in, you will be signed out. Here you stay signed in.
      </p>
      <form action="/account/password" method="post" novalidate>
        ${csrfField(model.csrfToken)} ${ownerField(model.email)}
        ${model.isCurrentAsked && currentField(model)} ${newPasswordField(model)}
        ${button({ text: 'Change password', preventDoubleClick: true })}
      </form>
    </div>
  </div>`,
})

const currentField = (model: PasswordChange): Html =>
  input({
    name: 'current',
    type: 'password',
    label: { text: 'The password you have', classes: 'govuk-label--s' },
    errorMessage: messageOf(model, 'current'),
    autocomplete: 'current-password',
    spellcheck: false,
  })

const first = {
  csrfToken: 'example',
  email: 'ife.okafor@north.example',
  flaws: [],
  isCurrentAsked: false,
}

/** Examples of the page, by what they show. */
export const changePasswordExamples: Examples<typeof changePasswordView> = {
  'nothing typed': [{ ...first, isCurrentAsked: true }],
  'the first password': [first],
  'both wrong': [
    {
      ...first,
      isCurrentAsked: true,
      flaws: [
        { parameter: 'current', kind: 'invalid', message: 'The password you have is not this one' },
        {
          parameter: 'chosen',
          kind: 'invalid',
          message: 'New password must be 12 characters or more',
        },
      ],
    },
  ],
}
