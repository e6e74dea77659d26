import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { errorMessage } from './error-message.ts'
import type { ErrorMessageOptions } from './error-message.ts'
import { hint } from './hint.ts'
import type { HintOptions } from './hint.ts'
import { label } from './label.ts'
import type { LabelOptions } from './label.ts'
import { attributes, classes, content } from './options.ts'
import type { Content, Options, Styled } from './options.ts'

/** What every field with a message has. */
export type Explained = Options<{ hint: HintOptions; errorMessage: ErrorMessageOptions }>

/** What surrounds a single field: label, hint, message, group. */
export type FieldOptions = Explained &
  Options<{
    id: string
    describedBy: string
    label: LabelOptions
    formGroup: Styled & Options<{ beforeInput: Content; afterInput: Content }>
  }>

/** Gives the group around a field; takes the field's error message, for the red line at its side. */
export const formGroup = (
  options: Options<{ errorMessage: ErrorMessageOptions; formGroup: Styled }>,
  inner: Html,
): Html =>
  html`<div
    class="${classes(
      'govuk-form-group',
      options.errorMessage && 'govuk-form-group--error',
      options.formGroup?.classes,
    )}"
    ${attributes(options.formGroup?.attributes)}
  >
    ${inner}
  </div>`

/** Gives hint and error message of a field, and the ids by which the field refers to them. */
export const explanation = (
  id: string | undefined,
  options: Explained,
  describedBy?: string,
): { readonly describedBy: string | undefined; readonly markup: Html } => {
  const hintId = options.hint && `${id}-hint`
  const errorId = options.errorMessage && `${id}-error`
  return {
    describedBy: classes(describedBy, hintId, errorId) || undefined,
    markup: html`${options.hint && hint({ ...options.hint, id: hintId })}
    ${options.errorMessage && errorMessage({ ...options.errorMessage, id: errorId })}`,
  }
}

/** Gives a single field with all that surrounds it; `control` draws the field itself. */
export const field = (
  id: string | undefined,
  options: FieldOptions,
  control: (describedBy: string | undefined) => Html,
): Html => {
  const explained = explanation(id, options, options.describedBy)
  return formGroup(
    options,
    html`${label({ ...options.label, for: id })} ${explained.markup}
    ${content(options.formGroup?.beforeInput)} ${control(explained.describedBy)}
    ${content(options.formGroup?.afterInput)}`,
  )
}
