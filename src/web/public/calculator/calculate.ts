import { isNation, type Nation } from '#domain/calendar/index.ts'
import {
  allRules,
  DeadlineRefused,
  explain,
  withNumber,
  workingDaysLeft,
  type Deadline,
  type Explanation,
  type Rule,
} from '#domain/deadlines/index.ts'
import { closuresFor } from '#domain/holidays/index.ts'
import type { Flaw } from '#kernel/refusal.ts'
import type { Typed } from '#web/layout/form-page.ts'
import type { Doubt } from '#web/dates/doubtful-time.ts'
import { judge } from './judge-events.ts'
import type { KeptDays } from './kept-days.ts'
import { readTypedEvents, tooFarApart } from './typed-events.ts'
import { readTypedReceipt, type TypedReceipt } from './typed-receipt.ts'

/** An answer with its reasons; the days left only where they were asked for, undefined where there is no date. */
export interface Answer {
  readonly rule: Rule
  readonly deadline: Deadline
  readonly explanation: Explanation
  /** Whose days off were counted by; absent where it were those that are shipped. */
  readonly keptBy?: string
  readonly left?: { readonly today: string; readonly days: number | undefined }
}

/** What came of what was typed: an answer, or flaws, or a form that is not filled in yet. */
export interface Calculation {
  readonly typed: Typed
  readonly flaws: readonly Flaw[]
  /** The rule that was chosen, whose events the form asks for. */
  readonly rule?: Rule
  readonly doubt?: Doubt
  readonly answer?: Answer
}

/** Works out a date from the fields of the form, on a day given as YYYY-MM-DD, by the days off that are shipped or those of an organisation. */
export function calculate(typed: Typed, today: string, kept?: KeptDays): Calculation {
  const rule = allRules.find(({ id }) => id === typed['rule'])
  const received = readTypedReceipt(typed)
  const { doubt } = received
  const begun = { typed, flaws: [], ...(rule ? { rule } : {}), ...(doubt ? { doubt } : {}) }
  return isSent(typed) ? { ...begun, ...outcome(begun, received, { today, kept }) } : begun
}

/** A link may choose a rule and leave the rest to the reader; a form always sends its fields. */
const isSent = (typed: Typed): boolean =>
  typed['add'] === undefined && typed['received-day'] !== undefined

/** On which day it is asked, and the days off that are counted by instead of those that are shipped. */
interface Counting {
  readonly today: string | undefined
  readonly kept: KeptDays | undefined
}

function outcome(
  { typed, rule }: Calculation,
  { receipt, flaws: ofReceipt }: TypedReceipt,
  { today, kept }: Counting,
): Pick<Calculation, 'flaws' | 'answer'> {
  const numbered = readNumber(rule, typed['number'])
  const nation = readNation(typed['nation'])
  const { events, flaws: ofEvents } = readTypedEvents(typed)
  const tooFar = receipt ? tooFarApart(events, receipt.on) : []
  const flaws = [...flawsIn(numbered), ...flawsIn(nation), ...ofReceipt, ...ofEvents, ...tooFar]
  if (flaws.length > 0 || !('value' in numbered) || !('value' in nation) || !receipt)
    return { flaws }
  const circumstances = {
    nation: nation.value,
    received: receipt,
    ...daysFor(numbered.value, receipt.on, kept),
  }
  const judged = judge({ rule: numbered.value, circumstances }, events)
  if ('flaws' in judged) return judged
  const asked = typed['left'] === 'today' ? today : undefined
  return { flaws: [], answer: answerOf(numbered.value, judged.deadline, { today: asked, kept }) }
}

const daysFor = (rule: Rule, since: string, kept: KeptDays | undefined) =>
  kept && { calendars: kept.calendars, ...closuresFor(kept, rule, since) }

type Reading<T> = { readonly value: T } | { readonly flaw: Flaw }

const flawsIn = (read: Reading<unknown>): readonly Flaw[] => ('flaw' in read ? [read.flaw] : [])

const readNation = (text = ''): Reading<Nation> =>
  isNation(text) ? { value: text } : missing('nation', 'Select where the organisation is')

const missing = (parameter: string, message: string): { readonly flaw: Flaw } => ({
  flaw: { parameter, kind: 'missing', message },
})

/** The rule that is chosen, with the number that is typed where one is. */
function readNumber(rule: Rule | undefined, text = ''): Reading<Rule> {
  if (!rule) return missing('rule', 'Select what the deadline is for')
  const written = text.trim()
  if (written === '') return { value: rule }
  try {
    return { value: withNumber(rule, /^\d{1,4}$/.test(written) ? Number(written) : NaN) }
  } catch (refused) {
    if (!(refused instanceof DeadlineRefused)) throw refused
    return { flaw: { parameter: 'number', kind: 'invalid', message: refused.message } }
  }
}

function answerOf(rule: Rule, deadline: Deadline, { today, kept }: Partial<Counting>): Answer {
  const calendars = kept?.calendars
  const days = today === undefined ? undefined : workingDaysLeft(deadline, today, calendars)
  return {
    rule,
    deadline,
    explanation: explain(deadline, calendars),
    ...(kept ? { keptBy: kept.keptBy } : {}),
    ...(today === undefined ? {} : { left: { today, days } }),
  }
}
