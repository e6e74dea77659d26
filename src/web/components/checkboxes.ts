import type { Html } from '#web/layout/html.ts'
import { choice, choices } from './choices.ts'
import type { Choice, ChoicesOptions } from './choices.ts'
import type { Options } from './options.ts'

/** The published options of one checkbox. */
export type CheckboxItem = Choice & Options<{ name: string; behaviour: string }>

/** The published options of the checkboxes. */
export type CheckboxesOptions = ChoicesOptions<CheckboxItem> &
  Options<{ describedBy: string; values: readonly (string | number)[] }>

/** GOV.UK checkboxes: any number of choices. */
export const checkboxes = (options: CheckboxesOptions): Html =>
  choices('govuk-checkboxes', options, (item, id, describedBy) =>
    choice(item, {
      block: 'govuk-checkboxes',
      type: 'checkbox',
      id: item.id || id,
      name: item.name || options.name,
      isChecked: isChecked(item, options.values),
      describedBy: options.fieldset ? undefined : describedBy,
      behaviour: item.behaviour,
    }),
  )

const isChecked = (item: CheckboxItem, values: CheckboxesOptions['values']): boolean =>
  item.checked ?? (item.value !== undefined && (values ?? []).includes(item.value))
