import { kind, type Kind } from '#kernel/kind.ts'
import { readDate } from '#platform/local-time.ts'
import { readReceipt, type Receipt } from './receipt.ts'

/** A date, or a moment; a local time that the clocks skipped or that came twice is asked back. */
export const moment: Kind<Receipt> = kind({
  name: 'date or date-time',
  schema: { type: 'string' },
  read(value) {
    const read = readReceipt(readDate(value) === undefined ? value : isoDate(value))
    return 'value' in read ? read : { fault: `is not clear. ${read.fault}` }
  },
  good: ['2026-05-21', '21/05/2026', '2026-05-21T10:15', '2026-05-21T10:15:00Z'],
  bad: ['2026-02-30', '2026-03-29T01:30', '2026-10-25T01:30', 'yesterday'],
})

/** The form in which the day stands first is for people; a time never follows it. */
const isoDate = (value: string): string =>
  value.trim().includes('/') ? (readDate(value) ?? value) : value
