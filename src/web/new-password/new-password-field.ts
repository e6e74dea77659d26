import { input } from '#web/components/input.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** Whose password it is, in a field that only password managers see: they file it under that name. */
export const ownerField = (email: string): Html =>
  html`<div hidden>
    ${input({
      name: 'owner',
      label: { text: 'E-mail address' },
      value: email,
      autocomplete: 'username',
    })}
  </div>`

/** The field for a new password: seen while it is typed is for the browser to offer, pasting is welcome. */
export const newPasswordField = (form: Pick<Form, 'flaws'>): Html =>
  input({
    name: 'chosen',
    type: 'password',
    label: { text: 'New password', classes: 'govuk-label--s' },
    hint: {
      text: '12 characters or more, of any kind; three or four words that have nothing to do with each other are good. You can paste it from a password manager.',
    },
    errorMessage: messageOf(form, 'chosen'),
    autocomplete: 'new-password',
    spellcheck: false,
  })
