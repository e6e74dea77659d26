import { html } from '#web/layout/html.ts'
import type { Html, Interpolation } from '#web/layout/html.ts'
import { fieldset } from './fieldset.ts'
import type { FieldsetOptions } from './fieldset.ts'
import { explanation, formGroup } from './form-group.ts'
import type { Explained } from './form-group.ts'
import { hint } from './hint.ts'
import type { HintOptions } from './hint.ts'
import { label } from './label.ts'
import { attributes, classes, content, hasContent } from './options.ts'
import type { Attributes, Content, Options, Styled } from './options.ts'

/** The published options of one choice, or of the word between two. */
export type Choice = Content &
  Options<{
    id: string
    value: string | number
    checked: boolean
    disabled: boolean
    label: Styled
    hint: HintOptions
    divider: string
    conditional: Options<{ html: Html }>
    attributes: Attributes
  }>

/** The published options that checkboxes and radios share. */
export type ChoicesOptions<Item> = {
  readonly name: string
  readonly items: readonly (Item | false | null | undefined)[]
} & Explained &
  Styled &
  Options<{
    idPrefix: string
    fieldset: FieldsetOptions
    formGroup: Styled & Options<{ beforeInputs: Content; afterInputs: Content }>
  }>

/** One of the inputs to draw: which kind, under which id, and what is to be said of it. */
export type DrawnChoice = {
  readonly block: 'govuk-checkboxes' | 'govuk-radios'
  readonly type: 'checkbox' | 'radio'
  readonly id: string
  readonly name: string
  readonly isChecked: boolean
  readonly describedBy: string | undefined
  readonly behaviour: string | undefined
}

/** Gives the group around checkboxes or radios; `draw` draws each item with its place in the list. */
export const choices = <Item>(
  block: DrawnChoice['block'],
  options: ChoicesOptions<Item> & Options<{ describedBy: string }>,
  draw: (item: Item, id: string, describedBy: string | undefined) => Html,
): Html => {
  const prefix = options.idPrefix || options.name
  const explained = explanation(
    prefix,
    options,
    options.fieldset?.describedBy ?? options.describedBy,
  )
  const inner = html`${explained.markup}
    <div
      class="${classes(block, options.classes)}"
      ${attributes({ ...options.attributes, 'data-module': block })}
    >
      ${content(options.formGroup?.beforeInputs)}
      ${options.items.map((item, index) => {
        if (!item) return undefined
        return draw(item, index === 0 ? prefix : `${prefix}-${index + 1}`, explained.describedBy)
      })}
      ${content(options.formGroup?.afterInputs)}
    </div>`
  const group = options.fieldset
    ? fieldset({ ...options.fieldset, describedBy: explained.describedBy, html: inner })
    : inner
  return formGroup(options, group)
}

/** Gives one choice: input, label, hint and what opens below it when it is chosen. */
export const choice = (item: Choice, drawn: DrawnChoice): Html => {
  if (item.divider) return html`<div class="${drawn.block}__divider">${item.divider}</div>`
  const hintId = hasContent(item.hint) ? `${drawn.id}-item-hint` : undefined
  return html`<div class="${drawn.block}__item">
      ${choiceInput(item, drawn, hintId)}
      ${label({
        ...shownText(item),
        classes: classes(`${drawn.block}__label`, item.label?.classes),
        attributes: item.label?.attributes,
        for: drawn.id,
      })}
      ${
        hintId &&
        hint({
          ...item.hint,
          id: hintId,
          classes: classes(`${drawn.block}__hint`, item.hint?.classes),
        })
      }
    </div>
    ${conditional(item, drawn)}`
}

const shownText = ({ html: markup, text }: Content): Content => ({ html: markup, text })

const conditionalId = (drawn: DrawnChoice): string => `conditional-${drawn.id}`

const choiceInput = (item: Choice, drawn: DrawnChoice, hintId: string | undefined): Html =>
  html`<input
    class="${drawn.block}__input"
    ${attributes({
      id: drawn.id,
      name: drawn.name,
      type: drawn.type,
      value: item.value ?? '',
      'data-aria-controls': item.conditional?.html ? conditionalId(drawn) : undefined,
      'data-behaviour': drawn.behaviour,
      'aria-describedby': classes(drawn.describedBy, hintId) || undefined,
      ...item.attributes,
    })}
    ${drawn.isChecked && html` checked`}
    ${item.disabled && html` disabled`}
  />`

const conditional = (item: Choice, drawn: DrawnChoice): Interpolation =>
  item.conditional?.html &&
  html`<div
    class="${classes(
      `${drawn.block}__conditional`,
      !drawn.isChecked && `${drawn.block}__conditional--hidden`,
    )}"
    id="${conditionalId(drawn)}"
  >
    ${item.conditional.html}
  </div>`
