import {
  inWords,
  readReceipt,
  timeInWords,
  writeWithOffset,
  type Receipt,
} from '#domain/calendar/index.ts'
import type { Flaw } from '#kernel/refusal.ts'
import type { Typed } from '#web/layout/form-page.ts'
import { readTypedDate, readTypedTime } from './typed-date.ts'

/** A local time that does not say which instant is meant: clocks skipped it, or showed it twice. */
export interface Doubt {
  readonly question: string
  /** What each clock would mean by it. */
  readonly choices: readonly { readonly clock: ClockName; readonly hint: string }[]
}

/** What was typed of the receipt: read, or what is wrong with it, and the doubt there is about its time. */
export interface TypedReceipt {
  readonly receipt?: Receipt
  readonly flaws: readonly Flaw[]
  readonly doubt?: Doubt
}

/** The two clocks of the United Kingdom, by what they are called in a form. */
export const clocks = { BST: '+01:00', GMT: 'Z' } as const
export type ClockName = keyof typeof clocks

const clockNames = ['BST', 'GMT'] as const

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

function doubtAbout(date: string, time: string): Doubt {
  const shown = clockNames.map((clock) => {
    const instant = new Date(`${date}T${time}${clocks[clock]}`)
    return { clock, shown: writeWithOffset(instant).slice(11, 16) }
  })
  const isTwice = shown.every((each) => each.shown === time)
  const [said, day] = [timeInWords(time), inWords(date)]
  return {
    question: isTwice
      ? `${said} came twice on ${day}, as the clocks went back: select which is meant`
      : `There was no ${said} on ${day}, as the clocks went forward: select which clock is meant`,
    choices: shown.map((each) => ({
      clock: each.clock,
      hint: isTwice
        ? `The ${each.clock === 'BST' ? 'first' : 'second'} ${said} of that night`
        : `Clocks in the United Kingdom showed ${timeInWords(each.shown)} then`,
    })),
  }
}
