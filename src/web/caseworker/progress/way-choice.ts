import { radios } from '#web/components/radios.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form } from '#web/layout/form-page.ts'
import type { Html } from '#web/layout/html.ts'

/** A way on from where a case stands, and what is lacking for it or to be said of it. */
export type Way = {
  readonly code: string
  readonly label: string
  readonly hint: string | undefined
  readonly lacking: readonly string[]
}

/** A choice of ways on. Those for which something is lacking can be chosen too: what is so may have changed. */
export const wayChoice = (
  { name, question, ways }: { name: string; question: string; ways: readonly Way[] },
  form: Form,
): Html =>
  radios({
    name,
    fieldset: { legend: { text: question, classes: 'govuk-fieldset__legend--s' } },
    items: ways.map(({ code, label, hint, lacking }) => {
      const said = [hint, ...lacking].filter((text) => text !== undefined).join(' ')
      return { value: code, text: label, ...(said === '' ? {} : { hint: { text: said } }) }
    }),
    value: form.typed[name],
    errorMessage: messageOf(form, name),
  })
