import { areaField, lineField, selectField } from '#web/forms/fields.ts'
import type { Choice, ChoiceGroup } from '#web/forms/fields.ts'
import type { Form } from '#web/layout/form-page.ts'
import type { Html } from '#web/layout/html.ts'
import { boxesField, type Box } from '#web/admin/case-types/draft-form.ts'

/**
 * One field of the form of a part: a line, several lines, a choice where there are some (`none` is no choice), or
 * boxes, of which the ticked ones are sent as one text.
 */
export type PartField = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value?: string | undefined
  readonly isLong?: boolean
  readonly choices?: readonly Choice[]
  readonly groups?: readonly ChoiceGroup[]
  readonly none?: string
  readonly boxes?: readonly Choice[]
}

/** A field of the form of a part, to be filled in. */
export const partInput = (
  { boxes, choices, none = '', isLong, ...field }: PartField,
  form: Form,
): Html => {
  if (boxes) return boxesField(field.label, ticked(boxes, field), form)
  if (choices) return selectField({ ...field, none, choices }, form)
  return isLong === true ? areaField(field, form) : lineField(field, form)
}

/** The boxes of a field: each is sent under a name of its own, and they are gathered into one text. */
const ticked = (boxes: readonly Choice[], { name, value = '' }: PartField): readonly Box[] => {
  const values = new Set(value.split(/\s+/))
  return boxes.map((box) => ({
    name: `${name}:${box.value}`,
    label: box.text,
    isTicked: values.has(box.value),
  }))
}
