import { changeCalendar, getCalendar, previewCalendar } from '#domain/calendar-changes/index.ts'
import { readDayFirst } from '#domain/details/index.ts'
import { invalidInput, Refusal } from '#kernel/refusal.ts'
import { previewPage, showPage } from '#web/layout/form-page.ts'
import type { AnyFormPage, Ask, PathParts, Typed } from '#web/layout/form-page.ts'
import { dateInWords } from '#web/layout/times.ts'
import { calendarsAddress, retireDayAddress } from './addresses.ts'
import { calendarFormView } from './calendar-form.view.ts'
import { calendarInWords } from './calendar-in-words.ts'
import { calendarsView, type DayLine } from './calendars.view.ts'
import { movesInWords, type Preview } from './preview-part.ts'
import { retireDayView } from './retire-day.view.ts'

type Kept = Awaited<ReturnType<(typeof getCalendar)['handle']>>
type Previewed = Awaited<ReturnType<(typeof previewCalendar)['handle']>>

/** The page of the days on which the organisation does not work. */
export const calendarsPage = showPage({
  path: calendarsAddress,
  view: calendarsView,
  async show(ask, _parts, { query, banner }) {
    const year = /^[0-9]{4}$/.exec(query['Year']?.[0] ?? '')?.[0]
    const { days, years, recomputations } = await ask(getCalendar, year ? { Year: year } : {})
    return {
      year,
      years,
      days: days.map(dayLine),
      recomputations: recomputations.map(progressOf),
      banner,
    }
  },
})

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const dayLine = (day: Kept['days'][number]): DayLine => ({
  day: dateInWords(day.on),
  calendar: calendarInWords(day.calendar),
  kind: capital(day.kind),
  name: day.name,
  standing: standingOf(day),
  retireAddress: day.isRetired ? undefined : retireDayAddress(day.calendar, day.on),
})

function standingOf(day: Kept['days'][number]): string {
  if (!('addedBy' in day)) return 'Comes with Casewright'
  return day.isRetired
    ? `Retired by ${day.retiredBy ?? ''}: ${day.retiredReason ?? ''}`
    : `${capital(day.source)}, by ${day.addedBy}`
}

const progressOf = (each: Kept['recomputations'][number]): string =>
  each.finishedAt === null
    ? `${each.reason}: ${each.casesSeen} seen, ${each.casesLeft} left`
    : `${each.reason}: finished, ${each.casesSeen} seen, deadlines moved: ${each.deadlinesMoved}`

const dayNames = ['From', 'To']

const sentFor =
  (change: 'import' | 'close') =>
  (typed: Typed): PathParts => ({
    ...Object.fromEntries(
      Object.entries(typed).map(([name, value = '']) => [
        name,
        dayNames.includes(name) ? readDayFirst(value) : value,
      ]),
    ),
    Change: change,
  })

const changePage = (change: 'import' | 'close') =>
  previewPage({
    path: `${calendarsAddress}/${change}`,
    view: calendarFormView,
    operation: changeCalendar,
    async show(ask, _parts, typed) {
      await ask(getCalendar, {})
      const isAsked = Object.keys(typed).length > 0
      return { change, preview: isAsked ? await previewOf(ask, sentFor(change)(typed)) : undefined }
    },
    sent: sentFor(change),
    next: () => calendarsAddress,
    banner: changedInWords,
  })

const changedInWords = (answer: unknown): string =>
  `${(answer as { changed: string }).changed}. Open cases are being counted anew`

const retiringOf = ({ calendar = '', day = '' }: PathParts): PathParts => ({
  Change: 'retire',
  Calendar: calendar,
  Day: day,
  Agreed: 'true',
})

/** The page on which a day is retired. */
const retireDayPage = previewPage({
  path: `${calendarsAddress}/retire/:calendar/:day`,
  view: retireDayView,
  operation: changeCalendar,
  async show(ask, parts, typed) {
    const preview = await previewOf(ask, { ...retiringOf(parts), Reason: 'to be said' })
    // what was retired meanwhile is said beside what was typed
    if (!preview && Object.keys(typed).length === 0) throw new Refusal(invalidInput)
    const { calendar = '', day = '' } = parts
    return { day: dayInWords(day), calendar: calendarInWords(calendar), preview }
  },
  sent: (typed, parts) => ({ Reason: typed['Reason'], ...retiringOf(parts) }),
  next: () => calendarsAddress,
  banner: changedInWords,
})

const dayInWords = (day: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) ? dateInWords(day) : day

/** What a change comes to; nothing where it cannot be made as it was sent. */
async function previewOf(ask: Ask, sent: PathParts): Promise<Preview | undefined> {
  try {
    return inWords(await ask(previewCalendar, sent))
  } catch (error) {
    if (error instanceof Refusal && error.kind === invalidInput) return undefined
    throw error
  }
}

const inWords = ({ summary, days, staying, recesses, ...moves }: Previewed): Preview => ({
  summary,
  days: days.map(dayOffInWords),
  staying: staying.map(dayOffInWords),
  recesses: recesses.map(
    ({ house, from, to }) =>
      `${calendarInWords(house)}: ${dateInWords(from)} to ${dateInWords(to)}`,
  ),
  ...movesInWords(moves),
})

const dayOffInWords = ({ on, name, kind, calendar }: Previewed['days'][number]): string =>
  `${dateInWords(on)}: ${name} (${kind}, ${calendarInWords(calendar)})`

/** The pages on which the calendar is changed. */
export const calendarFormPages: readonly AnyFormPage[] = [
  changePage('import'),
  changePage('close'),
  retireDayPage,
]
