import { areaField, dateField, lineField, selectField } from '#web/forms/fields.ts'
import type { Choice } from '#web/forms/fields.ts'
import type { Form } from '#web/layout/form-page.ts'
import type { Html } from '#web/layout/html.ts'
import type { Told } from './shown-call.ts'

type Field = Told['fields'][number]

/** The field for a question of the case type's form. */
export const formField = (field: Field, form: Form): Html => {
  const common = {
    name: field.id,
    label: field.isRequired ? field.label : `${field.label} (optional)`,
  }
  switch (field.kind) {
    case 'long text':
      return areaField(common, form)
    case 'date':
      return dateField(common, form)
    case 'date-time':
      return lineField({ ...common, hint: 'For example, 2026-05-21 10:15:00' }, form)
    case 'flag':
      return selectField({ ...common, none: 'Not known', choices: ['Yes', 'No'].map(same) }, form)
    case 'list':
      return listField(common, field.choices, form)
    default:
      return lineField(common, form)
  }
}

type Named = { readonly name: string; readonly label: string }

/** One of the list's values; a list that holds nothing takes any text. */
const listField = (common: Named, choices: readonly string[], form: Form): Html =>
  choices.length === 0
    ? lineField(common, form)
    : selectField({ ...common, none: 'Select one', choices: choices.map(same) }, form)

/** The field for how the request came: by telephone where there is such a channel. */
export const methodField = (methods: readonly string[], form: Form): Html =>
  selectField(
    {
      name: 'RequestMethod',
      label: 'How it came',
      none: 'Not said',
      choices: methods.map(same),
      value: methods.find((method) => /phone|call/i.test(method)),
    },
    form,
  )

const same = (value: string): Choice => ({ value, text: value })

/** The fields for somebody who is not on record. */
export const newPersonFields = (form: Form): readonly Html[] =>
  (
    [
      ['FirstName', 'Given name (optional)'],
      ['Surname', 'Family name (optional)'],
      ['Phone', 'Phone number (optional)'],
      ['Email', 'E-mail address (optional)'],
      ['Address', 'Street part of the address (optional)'],
      ['Town', 'Town (optional)'],
      ['Postcode', 'Postcode (optional)'],
    ] as const
  ).map(([name, label]) => lineField({ name: `Customer.${name}`, label }, form))
