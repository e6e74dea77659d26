import { lineField, selectField } from '#web/forms/fields.ts'
import type { Choice } from '#web/forms/fields.ts'
import type { Form } from '#web/layout/form-page.ts'
import type { Html } from '#web/layout/html.ts'

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
