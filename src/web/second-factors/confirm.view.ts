import { button } from '#web/components/button.ts'
import { input } from '#web/components/input.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField, flawSummary, formTitle, messageOf } from '#web/layout/form-page.ts'
import type { Form } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { ownerField } from '#web/new-password/new-password-field.ts'

/** A change of how somebody signs in, before it is made. */
export type Confirm = Pick<Form, 'csrfToken' | 'flaws' | 'action'> & {
  readonly heading: string
  readonly text: string
  readonly submit: string
  readonly isWarning: boolean
  /** The e-mail address of somebody who must give their password again. */
  readonly passwordOf: string | undefined
}

/** The page on which somebody gives their password again before they change how they sign in. */
export const confirmView = (model: Confirm): Page => ({
  title: formTitle(model.heading, model),
  back: { href: '/account/second-factors', text: 'Back to second factors' },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(model)}
      <h1 class="govuk-heading-l">${model.heading}</h1>
      <p class="govuk-body">${model.text}</p>
      <form action="${model.action}" method="post" novalidate>
        ${csrfField(model.csrfToken)} ${passwordAgain(model)}
        ${button({
          text: model.submit,
          preventDoubleClick: true,
          ...(model.isWarning ? { classes: 'govuk-button--warning' } : {}),
        })}
      </form>
    </div>
  </div>`,
})

/** The field in which somebody gives the password they have, where it is asked for. */
export const passwordAgain = (
  form: Pick<Form, 'flaws'> & Pick<Confirm, 'passwordOf'>,
): Html | undefined =>
  form.passwordOf === undefined
    ? undefined
    : html`${ownerField(form.passwordOf)}
      ${input({
        name: 'current',
        type: 'password',
        label: { text: 'Your password', classes: 'govuk-label--s' },
        hint: { text: 'To be sure that it is you' },
        errorMessage: messageOf(form, 'current'),
        autocomplete: 'current-password',
        spellcheck: false,
      })}`

/** Examples of the page, by what they show. */
export const confirmExamples: Examples<typeof confirmView> = {
  'a wrong password': [
    {
      csrfToken: 'example',
      action: '/account/second-factors/app/remove',
      heading: 'Remove the authenticator app',
      text: 'Its codes will be good no more.',
      submit: 'Remove',
      isWarning: true,
      passwordOf: 'ife.okafor@north.example',
      flaws: [{ parameter: 'current', kind: 'invalid', message: 'The password is not right' }],
    },
  ],
}
