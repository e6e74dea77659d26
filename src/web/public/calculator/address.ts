import type { Typed } from '#web/layout/form-page.ts'
import { isEventField } from './typed-events.ts'

/** Where the calculator is. */
export const calculatorAddress = '/calculator'

const fields: ReadonlySet<string> = new Set([
  'rule',
  'number',
  'nation',
  'received-day',
  'received-month',
  'received-year',
  'time',
  'clock',
  'left',
])

/** Tells whether something was sent that an address of an answer does without: empty fields, and unknown ones. */
export const hasIdleFields = (typed: Typed): boolean =>
  Object.keys(typed).some((name) => !isOfAnswer(typed, name))

/** The address of an answer: what was filled in, and nothing else. */
export const answerAddress = (typed: Typed): string => {
  const filled = new URLSearchParams()
  for (const name of Object.keys(typed))
    if (isOfAnswer(typed, name)) filled.append(name, typed[name] ?? '')
  return `${calculatorAddress}?${filled.toString()}`
}

const isOfAnswer = (typed: Typed, name: string): boolean =>
  (typed[name] ?? '') !== '' && (fields.has(name) || isEventField(name))
