import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { fieldset } from './fieldset.ts'
import type { FieldsetOptions } from './fieldset.ts'
import { explanation, formGroup } from './form-group.ts'
import type { Explained } from './form-group.ts'
import { input } from './input.ts'
import { attributes, classes, content } from './options.ts'
import type { Attributes, Content, Options, Styled } from './options.ts'

/** The published options of one part of a date. */
export type DateInputItem = Options<{
  id: string
  name: string
  label: string
  value: string | number
  error: boolean
  classes: string
  inputmode: string
  autocomplete: string
  pattern: string
  attributes: Attributes
}>

/** The published options of the date input; a part that is false is not asked for. */
export type DateInputOptions = { readonly id: string } & Explained &
  Styled &
  Options<{
    namePrefix: string
    items: readonly DateInputItem[]
    values: Readonly<Record<string, string | number | undefined>>
    day: DateInputItem | false
    month: DateInputItem | false
    year: DateInputItem | false
    fieldset: FieldsetOptions
    formGroup: Styled & Options<{ beforeInputs: Content; afterInputs: Content }>
  }>

/** GOV.UK date input: day, month and year, each typed. */
export const dateInput = (options: DateInputOptions): Html => {
  const explained = explanation(options.id, options, options.fieldset?.describedBy)
  const inner = html`${explained.markup} ${dateParts(options)}`
  return formGroup(
    options,
    options.fieldset
      ? fieldset({
          ...options.fieldset,
          describedBy: explained.describedBy,
          role: 'group',
          html: inner,
        })
      : inner,
  )
}

const dateParts = (options: DateInputOptions): Html => {
  const items = itemsOf(options)
  const isAnyMarked = items.some(isMarked)
  return html`<div
    class="${classes('govuk-date-input', options.classes)}"
    ${attributes({ ...options.attributes, id: options.id })}
  >
    ${content(options.formGroup?.beforeInputs)}
    ${items.map((item) => {
      const hasError =
        isMarked(item) ||
        (item.error !== false && options.errorMessage !== undefined && !isAnyMarked)
      return datePart(item, options, hasError)
    })}
    ${content(options.formGroup?.afterInputs)}
  </div>`
}

const parts = ['day', 'month', 'year'] as const

type Part = (typeof parts)[number]

const partOptions = (options: DateInputOptions, part: Part): DateInputItem | false =>
  options[part] ?? { name: part, value: options.values?.[part] }

const itemsOf = (options: DateInputOptions): readonly DateInputItem[] => {
  const byPart = parts.flatMap((part) => {
    const given = partOptions(options, part)
    return given ? [{ ...given, name: given.name ?? part }] : []
  })
  return options.items?.length ? options.items : byPart
}

const isMarked = (item: DateInputItem): boolean =>
  item.error === true || (item.classes ?? '').includes('govuk-input--error')

const datePart = (item: DateInputItem, options: DateInputOptions, hasError: boolean): Html => {
  const part = partOf(item, options)
  const name = item.name ?? ''
  return html`<div class="govuk-date-input__item">
    ${input({
      label: { text: item.label || capitalised(name), classes: 'govuk-date-input__label' },
      id: item.id || `${options.id}-${name}`,
      classes: classes('govuk-date-input__input', partClasses(item, part, hasError)),
      name: fullName(name, options),
      value: item.value ?? valueOf(part, options) ?? options.values?.[fullName(name, options)],
      inputmode: item.inputmode || 'numeric',
      autocomplete: item.autocomplete,
      pattern: item.pattern,
      attributes: item.attributes,
    })}
  </div>`
}

const partOf = (item: DateInputItem, options: DateInputOptions): Part | undefined =>
  parts.find((part) => {
    const given = partOptions(options, part)
    return item.name === part || (given && item.name === given.name)
  })

const valueOf = (
  part: Part | undefined,
  options: DateInputOptions,
): string | number | undefined => {
  const given = part && partOptions(options, part)
  return given ? given.value : undefined
}

const fullName = (name: string, options: DateInputOptions): string =>
  options.namePrefix ? `${options.namePrefix}-${name}` : name

const partClasses = (item: DateInputItem, part: Part | undefined, hasError: boolean): string => {
  const given = item.classes ?? ''
  return classes(
    hasError && !given.includes('govuk-input--error') && 'govuk-input--error',
    !given.includes('govuk-input--width-') && `govuk-input--width-${part === 'year' ? 4 : 2}`,
    given,
  )
}

const capitalised = (name: string): string =>
  name.slice(0, 1).toUpperCase() + name.slice(1).toLowerCase()
