import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { field } from './form-group.ts'
import type { FieldOptions } from './form-group.ts'
import { attributes, classes } from './options.ts'
import type { Options, Styled } from './options.ts'

/** The published options of the textarea. */
export type TextareaOptions = { readonly name: string } & FieldOptions &
  Styled &
  Options<{
    rows: number | string
    value: string
    disabled: boolean
    spellcheck: boolean
    autocomplete: string
  }>

/** GOV.UK textarea: a text of several lines. */
export const textarea = (options: TextareaOptions): Html => {
  const id = options.id || options.name
  const names = classes(
    'govuk-textarea',
    options.errorMessage && 'govuk-textarea--error',
    options.classes,
  )
  return field(id, options, (describedBy) => {
    const given = attributes({
      id,
      name: options.name,
      rows: options.rows || 5,
      spellcheck: options.spellcheck,
      'aria-describedby': describedBy,
      autocomplete: options.autocomplete || undefined,
      ...options.attributes,
    })
    // HTML drops the first line break in a textarea: without one of ours, one that was typed would be lost.
    return html`<textarea class="${names}" ${given} ${options.disabled && html` disabled`}>
${options.value}</textarea>`
  })
}
