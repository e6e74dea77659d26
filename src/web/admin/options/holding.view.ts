import { radios } from '#web/components/radios.ts'
import { adminForm } from '#web/admin/admin-form.ts'
import { emptyForm } from '#web/forms/fields.ts'
import { withVersions } from '#web/layout/both-versions.ts'
import type { Examples } from '#web/layout/examples.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { FormView } from '#web/layout/form-page.ts'

/** How a list is held to now. */
export type Holding = {
  readonly list: string
  readonly listAddress: string
  readonly holding: 'usual' | 'strict' | 'lenient'
}

/** The page on which it is said how strictly a list is held to. */
export const holdingView: FormView<Holding> = ({ list, listAddress, holding }, given) => {
  const stored = { name: 'Holding', label: 'What happens', value: holding, choices: ways }
  const form = withVersions(given, { seen: holding, fields: [stored] })
  return adminForm(
    {
      caption: list,
      heading: 'Words that are not in the list',
      back: { href: listAddress, text: `Back to ${list}` },
      submit: 'Save',
      fields: radios({
        name: 'Holding',
        fieldset: {
          legend: {
            text: 'What happens when a program sends one',
            classes: 'govuk-fieldset__legend--m',
          },
        },
        value: form.typed['Holding'] ?? holding,
        errorMessage: messageOf(form, 'Holding'),
        items: ways,
      }),
    },
    form,
  )
}

const ways = [
  { value: 'usual', text: 'As the organisation’s settings say for all lists' },
  {
    value: 'lenient',
    text: 'It is kept and flagged',
    hint: { text: 'The case is opened; the field stays empty and a case worker is told.' },
  },
  {
    value: 'strict',
    text: 'The call is refused',
    hint: { text: 'The program is told which parameter is wrong; no case is opened.' },
  },
]

const form = emptyForm('/admin/options/note-type/holding')
const model: Holding = {
  list: 'Note type',
  listAddress: '/admin/options/note-type',
  holding: 'usual',
}

/** Examples of the page, by what they show. */
export const holdingExamples: Examples<FormView<Holding>> = {
  'as for all lists': [model, form],
  'nothing chosen': [
    { ...model, holding: 'strict' },
    {
      ...form,
      flaws: [
        { parameter: 'Holding', kind: 'missing', message: 'Select what happens to other words' },
      ],
    },
  ],
}
