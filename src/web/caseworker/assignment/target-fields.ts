import { select } from '#web/components/select.ts'
import { textarea } from '#web/components/textarea.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form } from '#web/layout/form-page.ts'
import type { Html } from '#web/layout/html.ts'

/** A choice of people or teams. */
export type Choice = {
  readonly name: string
  readonly text: string
  readonly named: readonly { readonly value: string; readonly text: string }[]
}

/** The field for which person, or which team. */
export const choiceOf = ({ name, text, named }: Choice, form: Form): Html =>
  select({
    name,
    label: { text, classes: 'govuk-label--s' },
    hint: { text: 'Only where that is to have it' },
    items: [{ value: '', text: 'Choose' }, ...named],
    value: form.typed[name],
    errorMessage: messageOf(form, name),
  })

/** The field for why. */
export const reason = (form: Form): Html =>
  textarea({
    name: 'Reason',
    label: { text: 'Reason, if it helps (optional)', classes: 'govuk-label--s' },
    hint: { text: 'It stays in the history of the case.' },
    rows: 3,
    spellcheck: true,
    value: form.typed['Reason'],
    errorMessage: messageOf(form, 'Reason'),
  })
