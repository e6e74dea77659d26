import { writeLocalDate, type WrittenMoment } from '#platform/local-time.ts'

/** When a request counts as received. */
export interface Receipt {
  readonly at: Date
  /** The local date of receipt. */
  readonly on: string
  /** The date that was sent lies too far ahead to be believed. */
  readonly isImplausible: boolean
}

const dayLength = 24 * 60 * 60 * 1000

/**
 * When a request was received, by its `RequestDate` (contract 6.1): a bare date that is today means now,
 * any other its first moment; what lies more than a day ahead is not believed.
 */
export function receiptOf(sent: WrittenMoment | undefined, now: Date): Receipt {
  const today = writeLocalDate(now)
  const isImplausible = sent !== undefined && sent.instant.getTime() > now.getTime() + dayLength
  const isNow = sent === undefined || (sent.isDateOnly && sent.localDate === today)
  if (isNow || isImplausible) return { at: now, on: today, isImplausible }
  return { at: sent.instant, on: sent.localDate, isImplausible }
}

/** The date so many days after another, both as YYYY-MM-DD. */
export function daysAfter(date: string, days: number): string {
  const moment = new Date(`${date}T00:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10)
}
