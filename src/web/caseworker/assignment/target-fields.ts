import { select } from '#web/components/select.ts'
import { textarea } from '#web/components/textarea.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form } from '#web/layout/form-page.ts'
import type { Html } from '#web/layout/html.ts'

type Named = readonly { readonly value: string; readonly text: string }[]

/** The field for which person. */
export const personField = (named: Named, form: Form): Html =>
  choiceOf({ name: 'UserName', text: 'Which person', who: 'a person', named }, form)

/** The field for which team. */
export const teamField = (named: Named, form: Form): Html =>
  choiceOf({ name: 'TeamCode', text: 'Which team', who: 'a team', named }, form)

type Choice = {
  readonly name: string
  readonly text: string
  readonly who: string
  readonly named: Named
}

const choiceOf = ({ name, text, who, named }: Choice, form: Form): Html =>
  select({
    name,
    label: { text, classes: 'govuk-label--s' },
    hint: { text: `Only where ${who} is to have it` },
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
