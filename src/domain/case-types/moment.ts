import { typedDate } from '#domain/calendar/index.ts'
import { kind, type Kind } from '#kernel/kind.ts'
import { optional } from '#kernel/parameters.ts'
import { invalidInput, Refusal } from '#kernel/refusal.ts'
import { readDateTime } from '#platform/local-time.ts'

const timeOfDay: Kind<string> = kind({
  name: 'time of day',
  schema: { type: 'string', pattern: '^([01]?[0-9]|2[0-3]):[0-5][0-9]$' },
  read: (value) =>
    /^([01]?\d|2[0-3]):[0-5]\d$/.test(value.trim())
      ? { value: value.trim().padStart(5, '0') }
      : { fault: 'must be a time of day, such as 9:00' },
  good: ['9:00', '17:30', '00:00'],
  bad: ['24:00', '9', '9.30'],
})

/** Parameters that say from when on something is in force. */
export const momentParameters = {
  publishOn: optional(typedDate, 'Date'),
  publishTime: optional(timeOfDay, 'Time'),
}

interface Given {
  readonly publishOn?: string
  readonly publishTime?: string
}

/** The moment that is meant, the beginning of the day where no time is given; null for at once. It must lie ahead. */
export function momentOf({ publishOn, publishTime = '00:00' }: Given, now: Date): Date | null {
  if (publishOn === undefined) return null
  const moment = readDateTime(`${publishOn}T${publishTime}:00`)?.instant
  if (moment && moment > now) return moment
  const message = 'Enter a date and time in the future'
  throw new Refusal(invalidInput, [{ parameter: 'PublishOn', kind: 'invalid', message }])
}
