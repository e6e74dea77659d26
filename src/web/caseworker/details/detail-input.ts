import { fieldParameter, writeDayFirst } from '#domain/details/index.ts'
import type { DetailField } from '#domain/details/index.ts'
import { seenParameter } from '#domain/seen/index.ts'
import { input } from '#web/components/input.ts'
import { radios } from '#web/components/radios.ts'
import { select } from '#web/components/select.ts'
import { textarea } from '#web/components/textarea.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** A field of a case's form, to be filled in; where another has changed it, with both versions. */
export const detailInput = (field: DetailField, form: Form): Html =>
  html`<input
      type="hidden"
      name="${seenParameter(field.id)}"
      value="${isOutdated(form) ? field.mark : (seenOf(field, form) ?? field.mark)}"
    />
    ${controlOf({ field, name: fieldParameter(field.id) }, shownIn(field, form), form)}`

/** A field of a form that nobody has filled in yet, under the name that its answer is sent by. */
export const answerInput = (field: DetailField, name: string, form: Form): Html =>
  controlOf({ field, name }, { value: form.typed[name] ?? '', other: undefined }, form)

/** Was the form sent on top of what somebody else has changed? Once both are shown, sending it again is meant. */
const isOutdated = (form: Form): boolean => form.flaws.some(({ parameter }) => parameter === 'Seen')

const seenOf = ({ id }: DetailField, form: Form): string | undefined =>
  form.typed[seenParameter(id)]

type Shown = {
  readonly value: string
  /** The version that is not in the field. */
  readonly other: { readonly what: string; readonly text: string } | undefined
}

/** What the person wrote stays in the field; what they left alone is shown as it is stored now. */
function shownIn(field: DetailField, form: Form): Shown {
  const stored = writtenIn(field)
  const typed = form.typed[fieldParameter(field.id)]
  if (typed === undefined) return { value: stored, other: undefined }
  const isStale = isOutdated(form) && seenOf(field, form) !== field.mark && typed !== stored
  if (!isStale) return { value: typed, other: undefined }
  return messageOf(form, fieldParameter(field.id))
    ? { value: typed, other: { what: 'Stored now', text: stored } }
    : { value: stored, other: { what: 'When you opened the page', text: typed } }
}

const writtenIn = ({ kind, value }: DetailField): string =>
  kind.startsWith('date') ? writeDayFirst(value) : value

const hints: Readonly<Record<string, string>> = {
  date: 'For example, 21/5/2026',
  'date-time': 'For example, 21/5/2026 14:30',
}

const hintOf = ({ hint, kind }: DetailField, { other }: Shown) => {
  const told = [hint, hints[kind]].filter((text) => text !== undefined).join('. ')
  if (other === undefined) return told === '' ? undefined : { text: told }
  return {
    html: html`${told !== '' && html`${told}<br />`}${other.what}:
      <span class="app-answer">${other.text === '' ? 'nothing' : other.text}</span>`,
  }
}

type Named = { readonly field: DetailField; readonly name: string }

const controlOf = ({ field, name }: Named, shown: Shown, form: Form): Html => {
  const text = field.isRequired ? field.label : `${field.label} (optional)`
  const common = {
    name,
    value: shown.value,
    hint: hintOf(field, shown),
    errorMessage: messageOf(form, name),
  }
  const label = { text, classes: 'govuk-label--s' }
  if (field.kind === 'flag')
    return radios({
      ...common,
      fieldset: { legend: { text, classes: 'govuk-fieldset__legend--s' } },
      items: flagItems(field, shown.value),
    })
  if (field.choices) return select({ ...common, label, items: listItems(field, shown.value) })
  if (field.kind === 'long text') return textarea({ ...common, label, rows: 5, spellcheck: true })
  return input({ ...common, label, ...lineOf(field) })
}

const flagItems = ({ isRequired }: DetailField, value: string) => [
  { value: 'Yes', text: 'Yes', checked: value === 'Yes' },
  { value: 'No', text: 'No', checked: value === 'No' },
  !isRequired && { value: '', text: 'Not answered', checked: value === '' },
]

/** A value that is on the list no more stays where it is, until another is chosen. */
const listItems = ({ choices = [] }: DetailField, value: string) => [
  { value: '', text: 'Not answered' },
  ...choices.map((choice) => ({ value: choice.value, text: choice.label })),
  value !== '' && !choices.some((choice) => choice.value === value) && { value, text: value },
]

const lineOf = ({ kind }: DetailField) => {
  if (kind === 'text') return { spellcheck: true }
  const isNumber = kind === 'number' || kind === 'decimal'
  return {
    classes: kind === 'date-time' ? 'govuk-input--width-20' : 'govuk-input--width-10',
    autocomplete: 'off',
    spellcheck: false,
    ...(isNumber ? { inputmode: 'decimal' } : {}),
  }
}
