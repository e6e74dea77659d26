import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { field } from './form-group.ts'
import type { FieldOptions } from './form-group.ts'
import { attributes, classes } from './options.ts'
import type { Attributes, Options, Styled } from './options.ts'

/** The published options of one choice of a select. */
export type SelectItem = Options<{
  value: string | number
  text: string | number
  selected: boolean
  disabled: boolean
  attributes: Attributes
}>

/** Choices under a heading. */
export type SelectGroup = { readonly label: string; readonly items: readonly SelectItem[] }

/** The published options of the select. */
export type SelectOptions = {
  readonly name: string
} & FieldOptions &
  Styled &
  Options<{
    items: readonly (SelectItem | false | null | undefined)[]
    /** Choices under headings, after the others; the published select knows none. */
    groups: readonly SelectGroup[]
    value: string | number
    disabled: boolean
  }>

/** GOV.UK select: one choice of a list. */
export const select = (options: SelectOptions): Html => {
  const id = options.id || options.name
  const names = classes(
    'govuk-select',
    options.classes,
    options.errorMessage && 'govuk-select--error',
  )
  return field(
    id,
    options,
    (describedBy) =>
      html`<select
        class="${names}"
        ${attributes({
          id,
          name: options.name,
          'aria-describedby': describedBy,
          ...options.attributes,
        })}
        ${options.disabled && html` disabled`}
      >
        ${options.items?.map((item) => item && choice(item, options.value))}
        ${options.groups?.map((group) => choicesUnder(group, options.value))}
      </select>`,
  )
}

const choicesUnder = ({ label, items }: SelectGroup, chosen: string | number | undefined): Html =>
  html`<optgroup ${attributes({ label })}>${items.map((item) => choice(item, chosen))}</optgroup>`

const choice = (item: SelectItem, chosen: string | number | undefined): Html =>
  html`<option
    ${attributes({ value: item.value, ...item.attributes })}
    ${isSelected(item, chosen) && html` selected`}
    ${item.disabled && html` disabled`}
  >
    ${item.text}
  </option>`

const isSelected = (item: SelectItem, chosen: string | number | undefined): boolean => {
  if (item.selected !== undefined) return item.selected
  return Boolean(chosen) && String(item.value ?? item.text) === String(chosen)
}
