import type { Html } from '#web/layout/html.ts'
import { choice, choices } from './choices.ts'
import type { Choice, ChoicesOptions } from './choices.ts'
import type { Options } from './options.ts'

/** The published options of the radios. */
export type RadiosOptions = ChoicesOptions<Choice> & Options<{ value: string | number }>

/** GOV.UK radios: one of several choices. */
export const radios = (options: RadiosOptions): Html =>
  choices('govuk-radios', options, (item, id) =>
    choice(item, {
      block: 'govuk-radios',
      type: 'radio',
      id: item.id || id,
      name: options.name,
      isChecked: isChecked(item, options.value),
      describedBy: undefined,
      behaviour: undefined,
    }),
  )

const isChecked = (item: Choice, value: string | number | undefined): boolean =>
  item.checked ?? (Boolean(value) && String(item.value) === String(value))
