import { input } from '#web/components/input.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form } from '#web/layout/form-page.ts'
import type { Html } from '#web/layout/html.ts'

/** The field for the code that an authenticator app shows. */
export const codeField = (label: string, form: Pick<Form, 'flaws'>): Html =>
  input({
    name: 'code',
    label: { text: label, classes: 'govuk-label--s' },
    hint: { text: 'The 6 digits that the app shows now' },
    classes: 'govuk-input--width-10',
    errorMessage: messageOf(form, 'code'),
    autocomplete: 'one-time-code',
    inputmode: 'numeric',
    spellcheck: false,
  })
