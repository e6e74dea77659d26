import {
  correctReceipt,
  getClock,
  liftOverride,
  overrideDeadline,
  recordClockEvent,
  unknownClockEvent,
  unknownDeadline,
  withdrawClockEvent,
} from '#domain/clock-events/index.ts'
import { notPermitted, Refusal } from '#kernel/refusal.ts'
import { writeLocalDateTime } from '#platform/local-time.ts'
import { dateSent, momentSent } from '#web/dates/moment-fields.ts'
import { formPage } from '#web/layout/form-page.ts'
import type { Ask, PathParts, Typed } from '#web/layout/form-page.ts'
import { dateAndTime, dateInWords } from '#web/layout/times.ts'
import { backToDeadlines, deadlineAt, placeOf } from './addresses.ts'
import { correctReceiptView } from './correct-receipt.view.ts'
import { recordEventView } from './record-event.view.ts'
import { setDateView } from './set-date.view.ts'
import { takeBackView } from './take-back.view.ts'

type Clock = Awaited<ReturnType<(typeof getClock)['handle']>>

/** The clock of a case, for somebody who may do something to it. */
async function clockFor(
  ask: Ask,
  { caseId = '' }: PathParts,
  permission: 'mayRecord' | 'mayCorrectReceipt' | 'maySetDates',
): Promise<Clock> {
  const clock = await ask(getClock, { caseId })
  if (!clock[permission]) throw new Refusal(notPermitted)
  return clock
}

const withMoment = (name: string) => (typed: Typed, parts: PathParts) => ({
  ...typed,
  [name]: momentSent(typed, name),
  ...parts,
})

/** The page on which it is recorded what happened to the clock of a case. */
export const recordEventPage = formPage({
  path: '/cases/:caseId/clock/events/new',
  view: recordEventView,
  operation: recordClockEvent,
  async show(ask, parts) {
    const { caseId, known } = await clockFor(ask, parts, 'mayRecord')
    return { caseNumber: String(caseId), known }
  },
  sent: (typed, parts) => ({
    ...withMoment('Date')(typed, parts),
    Until: dateSent(typed, 'Until'),
  }),
  next: backToDeadlines,
  banner(answer) {
    const { movesNothing } = answer as { readonly movesNothing?: string }
    return movesNothing === undefined
      ? 'Recorded: the dates are counted anew'
      : `Recorded. It moves no date: ${movesNothing}`
  },
})

/** The page on which an event is withdrawn. */
export const withdrawEventPage = formPage({
  path: '/cases/:caseId/clock/events/:clockEvent/withdraw',
  view: takeBackView,
  operation: withdrawClockEvent,
  async show(ask, parts) {
    const { caseId, events } = await clockFor(ask, parts, 'mayRecord')
    const found = events.find(({ clockEventId }) => String(clockEventId) === parts['clockEvent'])
    if (!found) throw new Refusal(unknownClockEvent)
    return {
      caseNumber: String(caseId),
      heading: 'Withdraw an event',
      about: `${found.title}, ${dateInWords(found.on)}`,
      question: 'Why it is withdrawn',
      submit: 'Withdraw',
    }
  },
  next: backToDeadlines,
  banner: 'Withdrawn: the dates are counted anew',
})

/** The page on which the receipt of a case is corrected. */
export const correctReceiptPage = formPage({
  path: '/cases/:caseId/clock/receipt',
  view: correctReceiptView,
  operation: correctReceipt,
  async show(ask, parts) {
    const { caseId, receivedOn, receivedAt, channels } = await clockFor(
      ask,
      parts,
      'mayCorrectReceipt',
    )
    return {
      caseNumber: String(caseId),
      date: receivedOn.split('-').toReversed().map(Number).join('/'),
      time: writeLocalDateTime(receivedAt).slice(11, 16),
      channels: channels.map(({ value, label }) => ({ value, text: label })),
    }
  },
  sent: withMoment('Received'),
  next: backToDeadlines,
  banner: 'Receipt corrected: the dates are counted anew',
})

async function deadlineOf(ask: Ask, parts: PathParts) {
  const { caseId, deadlines } = await clockFor(ask, parts, 'maySetDates')
  const found = deadlines.find((each) => placeOf(each) === parts['place'])
  if (!found) throw new Refusal(unknownDeadline)
  const { dueOn, dueAt } = found
  const due = dueAt === null ? dueOn && dateInWords(dueOn) : dateAndTime(new Date(dueAt))
  return {
    ...found,
    caseNumber: String(caseId),
    due: due === null ? 'no date now' : `due ${due}`,
    isTimed: dueAt !== null,
  }
}

const ofDeadline = (typed: Typed, { caseId = '', place }: PathParts): Typed => ({
  ...typed,
  ...deadlineAt(place),
  caseId,
})

/** The page on which the date of a deadline is set by hand. */
export const setDatePage = formPage({
  path: '/cases/:caseId/deadlines/:place/set',
  view: setDateView,
  operation: overrideDeadline,
  show: deadlineOf,
  sent: (typed, parts) => ({ ...ofDeadline(typed, parts), Due: momentSent(typed, 'Due') }),
  next: backToDeadlines,
  banner: 'Date set by hand',
})

/** The page on which the date that a deadline's rule gives is let hold again. */
export const liftDatePage = formPage({
  path: '/cases/:caseId/deadlines/:place/lift',
  view: takeBackView,
  operation: liftOverride,
  async show(ask, parts) {
    const { caseNumber, name, due } = await deadlineOf(ask, parts)
    return {
      caseNumber,
      heading: 'Let the rule’s date hold again',
      about: `${name}: ${due}, set by hand`,
      question: 'Why the date that was set is given up',
      submit: 'Let the rule’s date hold',
    }
  },
  sent: ofDeadline,
  next: backToDeadlines,
  banner: 'The date of the rule holds again',
})
