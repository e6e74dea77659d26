import { inWords, timeInWords, writeWithOffset } from '#domain/calendar/index.ts'

/** A local time that does not say which instant is meant: clocks skipped it, or showed it twice. */
export interface Doubt {
  readonly question: string
  /** What each clock would mean by it. */
  readonly choices: readonly { readonly clock: ClockName; readonly hint: string }[]
}

/** The two clocks of the United Kingdom, by what they are called in a form. */
export const clocks = { BST: '+01:00', GMT: 'Z' } as const
export type ClockName = keyof typeof clocks

export const clockNames = ['BST', 'GMT'] as const

/** What is to be asked of a local time that clocks skipped or showed twice. */
export function doubtAbout(date: string, time: string): Doubt {
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
