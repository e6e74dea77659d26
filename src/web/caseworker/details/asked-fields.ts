import { fieldParameter } from '#domain/details/index.ts'
import type { DetailField } from '#domain/details/index.ts'
import type { Form } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { detailInput } from './detail-input.ts'

/** A way on, and the fields of the case's form that it asks for. */
type Asking = { readonly code: string; readonly asks: readonly DetailField[] }

/**
 * The fields that are asked for: what every way on lacks from the beginning, and what the way that was chosen lacks
 * once it is chosen; with what was typed already.
 */
export const askedFields = (
  ways: readonly Asking[],
  chosen: string | undefined,
  form: Form,
): Html => {
  const way = ways.find(({ code }) => code === chosen)
  const fields = (way ?? ways[0])?.asks ?? []
  const isAsked = (field: DetailField): boolean =>
    isLacking(field) && (way !== undefined || isAskedByAll(field, ways))
  const asked = fields.filter((field) => isTyped(field, form) || isAsked(field))
  return html`${
    asked.length > 0 && html`<h2 class="govuk-heading-m">To be filled in</h2>`
  }${asked.map((field) => detailInput({ ...field, isRequired: true }, form))}`
}

const isTyped = ({ id }: DetailField, form: Form): boolean =>
  form.typed[fieldParameter(id)] !== undefined

const isLacking = ({ value }: DetailField): boolean => value.trim() === ''

const isAskedByAll = ({ id }: DetailField, ways: readonly Asking[]): boolean =>
  ways.every(({ asks }) => asks.some((each) => each.id === id))
