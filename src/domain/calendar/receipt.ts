import { readDateTime, writeLocalDate, writeLocalDateTime } from '#platform/local-time.ts'
import { findDay, firstYear, inWords, lastYear } from './day.ts'

/** When something came: its day in Europe/London and, where it is known, the instant in ISO 8601. */
export interface Receipt {
  readonly on: string
  readonly at?: string
}

/** What reading a moment came to; the fault is a sentence that asks back. */
export type ReadReceipt = { readonly value: Receipt } | { readonly fault: string }

/**
 * Reads a date, an instant with its offset, or a local time without one, seconds or none.
 * A local time that the clocks skipped, or that came twice, is asked back.
 */
export function readReceipt(text: string): ReadReceipt {
  const written = text.trim()
  if (findDay(written.slice(0, 10)) === undefined) return { fault: notRead(text) }
  return written.length === 10 ? { value: Object.freeze({ on: written }) } : readMoment(written)
}

const form = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?$/

function readMoment(text: string): ReadReceipt {
  const [, date, minutes, seconds = ':00', zone] = form.exec(text) ?? []
  const local = `${date}T${minutes}${seconds}`
  const moment = readDateTime(`${local}${zone ?? ''}`)
  if (!moment) return { fault: notRead(text) }
  const fault = zone === undefined ? askBack(local) : undefined
  return fault === undefined ? { value: receiptAt(moment.instant) } : { fault }
}

/** The receipt of an instant. */
export const receiptAt = (instant: Date): Receipt =>
  Object.freeze({ on: writeLocalDate(instant), at: instant.toISOString() })

/** Writes an instant with the offset of Europe/London at that moment. */
export function writeWithOffset(instant: Date): string {
  const local = writeLocalDateTime(instant)
  const minutes = Math.round((Date.parse(`${local}Z`) - instant.getTime()) / 60_000)
  const size = Math.abs(minutes)
  const two = (count: number) => String(count).padStart(2, '0')
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

const notRead = (text: string): string =>
  `"${text}" cannot be read: write a date such as 2031-05-09 between ${firstYear} and ${lastYear}, or a time such as 2031-05-09T18:00+01:00 or 2031-05-09T17:00Z`

/** The instants, an hour of offset apart, whose local time is the one written. */
function askBack(written: string): string | undefined {
  const instants = ['Z', '+01:00']
    .map((zone) => new Date(`${written}${zone}`))
    .filter((instant) => writeLocalDateTime(instant) === written)
  const [time, date] = [written.slice(11, 16), inWords(written.slice(0, 10))]
  if (instants.length === 0)
    return `There was no ${time} on ${date}: the clocks went forward. Which time was meant?`
  return instants.length === 2
    ? `${time} came twice on ${date}, as the clocks went back: was it ${written.slice(0, 16)}+01:00 (summer time) or ${written.slice(0, 16)}+00:00?`
    : undefined
}
