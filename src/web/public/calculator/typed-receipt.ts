import { readReceipt, type Receipt } from '#domain/calendar/index.ts'
import type { Flaw } from '#kernel/refusal.ts'
import type { Typed } from '#web/layout/form-page.ts'
import { clockNames, clocks, doubtAbout, type Doubt } from '#web/dates/doubtful-time.ts'
import { readTypedDate, readTypedTime } from '#web/dates/typed-date.ts'

/** What was typed of the receipt: read, or what is wrong with it, and the doubt there is about its time. */
export interface TypedReceipt {
  readonly receipt?: Receipt
  readonly flaws: readonly Flaw[]
  readonly doubt?: Doubt
}

/** Reads date, time and, where the time is doubtful, the clock of a receipt. */
export function readTypedReceipt(typed: Typed): TypedReceipt {
  const date = readTypedDate(typed, 'received', 'Date received')
  const time = readTypedTime(typed['time'], 'time')
  const flaws = [date ?? missingDate, time].flatMap((read) =>
    read && 'flaw' in read ? [read.flaw] : [],
  )
  if (!date || !('value' in date) || (time && 'flaw' in time)) return { flaws }
  return time ? atTime(typed, date.value, time.value) : { receipt: { on: date.value }, flaws }
}

const missingDate: { readonly flaw: Flaw } = {
  flaw: { parameter: 'received-day', kind: 'missing', message: 'Enter the date received' },
}

function atTime(typed: Typed, date: string, time: string): TypedReceipt {
  const local = `${date}T${time}`
  const read = readReceipt(local)
  if ('value' in read) return { receipt: read.value, flaws: [] }
  const doubt = doubtAbout(date, time)
  const chosen = clockNames.find((name) => name === typed['clock'])
  const meant = chosen && readReceipt(`${local}${clocks[chosen]}`)
  if (meant && 'value' in meant) return { receipt: meant.value, flaws: [], doubt }
  return { flaws: [{ parameter: 'clock', kind: 'missing', message: doubt.question }], doubt }
}
