import { createHash } from 'node:crypto'
import { shortText } from '#kernel/kinds.ts'
import { optional } from '#kernel/parameters.ts'
import { invalidInput, Refusal, type Flaw } from '#kernel/refusal.ts'

/** The name under which a form sends the mark of what it showed of a field. */
export const seenParameter = (field: string): string => `Seen.${field}`

/** The mark of a value: the same value has the same mark. */
export const markOf = (value: string): string =>
  createHash('sha256').update(value).digest('base64url').slice(0, 16)

/** The mark of what a form shows of a thing: as long as nobody changes that, it has the same mark. */
export const markOfAll = (shown: Readonly<Record<string, unknown>>): string =>
  markOf(JSON.stringify(Object.entries(shown).toSorted(([one], [other]) => (one < other ? -1 : 1))))

/** The parameter by which a form says what it showed when it was opened. */
export const seenMark = Object.freeze({
  seen: optional(shortText, 'The mark of what was seen when the form was opened'),
})

/** Refuses a form that was opened before somebody else changed the same thing; what is held must be locked. */
export function refuseOthersChange(seen: string | undefined, held: string): void {
  if (seen !== undefined && seen !== held) throw new Refusal(invalidInput, [othersChange])
}

/** What is wrong with a form that was opened before somebody else changed the same thing. */
export const othersChange: Flaw = Object.freeze({
  parameter: 'Seen',
  kind: 'invalid',
  message:
    'Somebody else has changed this since you opened it. Both versions are shown: check what you entered and save again',
})
