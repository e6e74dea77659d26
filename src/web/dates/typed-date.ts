import { findDay, monthNumber } from '#domain/calendar/index.ts'
import type { Flaw } from '#kernel/refusal.ts'
import type { Typed } from '#web/layout/form-page.ts'

/** What reading a date or a time from its fields came to; undefined where nothing is typed. */
export type Read<T> = { readonly value: T } | { readonly flaw: Flaw } | undefined

/** The years that the calculator takes. */
export const firstYear = 1990
export const lastYear = 2099

const parts = ['day', 'month', 'year'] as const

/** Reads a date from the three fields under a prefix; `name` begins what is told of a flaw. */
export function readTypedDate(typed: Typed, prefix: string, name: string): Read<string> {
  const texts = parts.map((part) => (typed[`${prefix}-${part}`] ?? '').trim())
  if (texts.every((text) => text === '')) return undefined
  const missing = parts.filter((_, at) => texts[at] === '')
  const [first] = missing
  if (first)
    return flaw(`${prefix}-${first}`, `${name} must include a ${missing.join(' and ')}`, 'missing')
  const [day = '', month = '', year = ''] = texts
  if (!/^\d{4}$/.test(year)) return flaw(`${prefix}-year`, 'Year must include 4 numbers')
  return wholeDate({ year, ofYear: `${two(monthNumber(month))}-${two(day)}` }, prefix, name)
}

function wholeDate(
  { year, ofYear }: { readonly year: string; readonly ofYear: string },
  prefix: string,
  name: string,
): Read<string> {
  // a day that no leap year has is no day, whatever the year
  if (findDay(`2000-${ofYear}`) === undefined) return notReal(prefix, name)
  if (Number(year) < firstYear || Number(year) > lastYear)
    return flaw(`${prefix}-year`, `${name} must be between ${firstYear} and ${lastYear}`)
  const date = `${year}-${ofYear}`
  return findDay(date) === undefined ? notReal(prefix, name) : { value: date }
}

/** Reads a time of day as people write it, to HH:MM. */
export function readTypedTime(text: string | undefined, parameter: string): Read<string> {
  const written = (text ?? '').trim().toLowerCase()
  if (written === '') return undefined
  const time = written === 'midday' ? '12:00' : timeOf(written)
  if (time !== undefined) return { value: time }
  return flaw(parameter, 'Time received must be a time, such as 17:30 or 5:30pm')
}

const clock = /^(\d{1,2})(?:[:.]([0-5]\d))?\s?([ap]m)?$/

function timeOf(written: string): string | undefined {
  const [, hours = '', minutes, half] = clock.exec(written) ?? []
  if (minutes === undefined && half === undefined) return undefined
  const hour = hourOf(Number(hours), half)
  return hour >= 0 && hour < 24 ? `${two(String(hour))}:${minutes ?? '00'}` : undefined
}

/** The hour of a day, or -1 where there is none such by the clock of twelve. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return -1
  return (hour % 12) + (half === 'pm' ? 12 : 0)
}

const two = (number: string): string => number.padStart(2, '0')

const notReal = (prefix: string, name: string) =>
  flaw(`${prefix}-day`, `${name} must be a real date`)

const flaw = (
  parameter: string,
  message: string,
  kind: Flaw['kind'] = 'invalid',
): { readonly flaw: Flaw } => ({ flaw: { parameter, kind, message } })
