import { kind, type Kind } from '#kernel/kind.ts'
import { readDate } from '#platform/local-time.ts'

const dayFirst = /^(\d{1,2})[/ .-](\d{1,2})[/ .-](\d{4})$/
const padded = (part = ''): string => part.padStart(2, '0')

/** A date as people type it, day first and with or without noughts, or as 2026-05-21; to YYYY-MM-DD. */
export const typedDate: Kind<string> = kind({
  name: 'date',
  schema: { type: 'string', format: 'date' },
  read(text) {
    const [, day, month, year] = dayFirst.exec(text.trim()) ?? []
    const value = readDate(year ? `${year}-${padded(month)}-${padded(day)}` : text.trim())
    return value === undefined ? { fault: 'must be a real date, such as 21/5/2026' } : { value }
  },
  good: ['21/5/2026', '21/05/2026', '1 4 2026', '2026-05-21'],
  bad: ['30/2/2026', '14/13/2026', '5/2026', 'tomorrow'],
})
