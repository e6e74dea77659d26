import { typedDate } from '#domain/calendar/index.ts'
import { text } from '#kernel/kinds.ts'
import { required, type Input } from '#kernel/parameters.ts'
import { invalidInput, Refusal } from '#kernel/refusal.ts'
import { writeLocalDate } from '#platform/local-time.ts'

/** What whoever deals with somebody must know, why, and when it is looked at again. */
export const alertParameters = Object.freeze({
  alert: required(text({ max: 200 }), 'The alert'),
  reason: required(text({ max: 4000 }), 'The reason'),
  reviewOn: required(typedDate, 'The day on which it is looked at again'),
})

/** The same; refuses a day that is past. */
export function alertSent<T extends Input<typeof alertParameters>>(sent: T, now: Date): T {
  if (sent.reviewOn < writeLocalDate(now)) throw new Refusal(invalidInput, [past])
  return sent
}

const past = {
  parameter: 'ReviewOn',
  kind: 'invalid',
  message: 'The day on which it is looked at again must be today or later',
} as const
