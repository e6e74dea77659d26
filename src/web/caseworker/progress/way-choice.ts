import type { DetailField } from '#domain/details/index.ts'
import { askedFields } from '#web/caseworker/details/asked-fields.ts'
import { radios } from '#web/components/radios.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** A way on from where a case stands, and what is lacking for it or to be said of it. */
export type Way = {
  readonly code: string
  readonly label: string
  readonly hint: string | undefined
  readonly lacking: readonly string[]
  /** The fields of the case’s form that it asks for. */
  readonly asks: readonly DetailField[]
}

/**
 * A choice of ways on, and the fields that are to be filled in for them. Those for which something is lacking can be
 * chosen too: what is so may have changed.
 */
export const wayChoice = (
  { name, question, ways }: { name: string; question: string; ways: readonly Way[] },
  form: Form,
): Html =>
  html`${radios({
    name,
    fieldset: { legend: { text: question, classes: 'govuk-fieldset__legend--s' } },
    items: ways.map((way) => {
      const said = saidOf(way)
      return { value: way.code, text: way.label, ...(said === '' ? {} : { hint: { text: said } }) }
    }),
    value: form.typed[name],
    errorMessage: messageOf(form, name),
  })}
  ${askedFields(ways, form.typed[name], form)}`

const saidOf = ({ hint, lacking, asks }: Way): string => {
  const open = asks.filter(({ value }) => value.trim() === '').map(({ label }) => `“${label}”`)
  const asking = open.length === 0 ? undefined : `Asks for ${open.join(' and ')}.`
  return [hint, ...lacking, asking].filter((text) => text !== undefined).join(' ')
}
