import { html } from '#web/layout/html.ts'
import type { Html, Interpolation } from '#web/layout/html.ts'
import { field } from './form-group.ts'
import type { FieldOptions } from './form-group.ts'
import { attributes, classes, content, hasContent } from './options.ts'
import type { Content, Options, Styled } from './options.ts'

/** The published options of the text input. */
export type InputOptions = { readonly name: string } & FieldOptions &
  Styled &
  Options<{
    type: string
    value: string | number
    disabled: boolean
    inputmode: string
    pattern: string
    spellcheck: boolean
    autocomplete: string
    autocapitalize: string
    prefix: Content & Styled
    suffix: Content & Styled
    inputWrapper: Styled
  }>

/** GOV.UK text input. */
export const input = (options: InputOptions): Html => {
  const { beforeInput, afterInput, ...formGroup } = options.formGroup ?? {}
  const around: readonly (Content | undefined)[] = [
    beforeInput,
    options.prefix,
    options.suffix,
    afterInput,
  ]
  return field(options.id || options.name, { ...options, formGroup }, (describedBy) => {
    const element = inputElement(options, describedBy)
    if (!around.some(hasContent)) return element
    return html`<div
      class="${classes('govuk-input__wrapper', options.inputWrapper?.classes)}"
      ${attributes(options.inputWrapper?.attributes)}
    >
      ${content(beforeInput)} ${affix(options.prefix, 'prefix')} ${element}
      ${affix(options.suffix, 'suffix')} ${content(afterInput)}
    </div>`
  })
}

const inputElement = (options: InputOptions, describedBy: string | undefined): Html =>
  html`<input
    class="${classes('govuk-input', options.classes, options.errorMessage && 'govuk-input--error')}"
    ${attributes({
      id: options.id || options.name,
      name: options.name,
      type: options.type || 'text',
      spellcheck: options.spellcheck,
      value: options.value,
      'aria-describedby': describedBy,
      autocomplete: options.autocomplete,
      autocapitalize: options.autocapitalize,
      pattern: options.pattern,
      inputmode: options.inputmode,
      ...options.attributes,
    })}
    ${options.disabled && html` disabled`}
  />`

const affix = (given: (Content & Styled) | undefined, place: string): Interpolation =>
  hasContent(given) &&
  html`<div
    class="${classes(`govuk-input__${place}`, given?.classes)}"
    aria-hidden="true"
    ${attributes(given?.attributes)}
  >
    ${content(given)}
  </div>`
