import { readReceipt, readTypedDay } from '#domain/calendar/index.ts'
import type { Flaw } from '#kernel/refusal.ts'
import { input } from '#web/components/input.ts'
import { radios } from '#web/components/radios.ts'
import { messageOf } from '#web/layout/form-page.ts'
import type { Form, Typed } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { clockNames, clocks, doubtAbout, type Doubt } from './doubtful-time.ts'
import { readTypedTime } from './typed-date.ts'

const timeOf = (name: string): string => `${name}Time`
const clockOf = (name: string): string => `${name}Clock`

const typedAt = (typed: Typed, field: string): string => (typed[field] ?? '').trim()

/** The date that was typed for a parameter, as an operation reads it; what cannot be read as it was typed. */
export const dateSent = (typed: Typed, name: string): string =>
  dayTyped(typed, name) ?? typedAt(typed, name)

/** The day that was typed, as people write one. */
const dayTyped = (typed: Typed, name: string): string | undefined =>
  readTypedDay(typedAt(typed, name))

/** The date and the time that were typed for a parameter, as an operation reads them. */
export function momentSent(typed: Typed, name: string): string {
  const date = dateSent(typed, name)
  const time = typedAt(typed, timeOf(name))
  if (date === '' || time === '') return date
  const read = readTypedTime(time, timeOf(name))
  const local = `${date}T${read && 'value' in read ? read.value : time}`
  return `${local}${offsetChosen(typed, name)}`
}

/** The offset of the clock that was chosen, where there was something to choose. */
function offsetChosen(typed: Typed, name: string): string {
  const clock = clockNames.find((each) => each === typed[clockOf(name)])
  return clock && doubtIn(typed, name) ? clocks[clock] : ''
}

/** What is to be asked back of the date and the time that were typed; undefined where they are clear. */
function doubtIn(typed: Typed, name: string): Doubt | undefined {
  const date = dayTyped(typed, name)
  const time = readTypedTime(typed[timeOf(name)], timeOf(name))
  if (date === undefined || !time || !('value' in time)) return undefined
  return 'fault' in readReceipt(`${date}T${time.value}`) ? doubtAbout(date, time.value) : undefined
}

/** The form with what is wrong with the moment told at the field in which it is mended. */
export function askedBack(form: Form, name: string, label: string): Form {
  const better = typedAt(form.typed, name) === '' ? undefined : betterFlaw(form.typed, name, label)
  if (!better) return form
  const flaws = form.flaws.map((flaw) => (flaw.parameter === name ? better : flaw))
  return { ...form, flaws }
}

function betterFlaw(typed: Typed, name: string, label: string): Flaw | undefined {
  const time = readTypedTime(typed[timeOf(name)], timeOf(name))
  if (time && 'flaw' in time)
    return { ...time.flaw, message: 'Time must be a time, such as 17:30 or 5:30pm' }
  if (dayTyped(typed, name) === undefined)
    return {
      parameter: name,
      kind: 'invalid',
      message: `${label} must be a real date, such as 21/5/2026`,
    }
  const doubt = doubtIn(typed, name)
  return doubt && offsetChosen(typed, name) === ''
    ? { parameter: clockOf(name), kind: 'missing', message: doubt.question }
    : undefined
}

/** What the fields of a moment are called, and what stands in them before anything is typed. */
export type MomentField = {
  readonly name: string
  readonly label: string
  readonly timeLabel: string
  readonly timeHint: string
  readonly date?: string
  readonly time?: string
}

/** A date and, where it is known, a time; a time that the clocks skipped or showed twice is asked back. */
export const momentFields = (field: MomentField, form: Form): Html => {
  const doubt = doubtIn(form.typed, field.name)
  return html`${line(field.name, form, {
    label: field.label,
    hint: 'For example, 21/5/2026',
    value: field.date,
  })}
  ${line(timeOf(field.name), form, {
    label: field.timeLabel,
    hint: field.timeHint,
    value: field.time,
  })}
  ${doubt && whichClock(field.name, doubt, form)}`
}

const line = (
  name: string,
  form: Form,
  { label, hint, value }: { label: string; hint: string; value: string | undefined },
): Html =>
  input({
    name,
    label: { text: label, classes: 'govuk-label--s' },
    hint: { text: hint },
    value: form.typed[name] ?? value,
    errorMessage: messageOf(form, name),
    classes: 'govuk-input--width-10',
    autocomplete: 'off',
    spellcheck: false,
  })

const whichClock = (name: string, doubt: Doubt, form: Form): Html =>
  radios({
    name: clockOf(name),
    fieldset: { legend: { text: 'Which time is meant', classes: 'govuk-fieldset__legend--s' } },
    items: doubt.choices.map(({ clock, hint }) => ({
      value: clock,
      text: clock === 'BST' ? 'British Summer Time' : 'Greenwich Mean Time',
      hint: { text: hint },
    })),
    value: form.typed[clockOf(name)],
    errorMessage: messageOf(form, clockOf(name)),
  })
