import { kind, type Kind } from '#kernel/kind.ts'

/** The place of a row in a list that is read page by page: what it is sorted by, its case, and what of the case it is. */
export interface Place {
  readonly key: string
  readonly caseId: number
  readonly item: number
}

const written = /^(\d{1,15})\.(\d{1,15})\.(-?infinity|\d{4}-\d\d-\d\d)$/

/** A place as addresses carry it. */
export const writePlace = ({ key, caseId, item }: Place): string => `${caseId}.${item}.${key}`

/** Where the page before ended in a list sorted by a date, as `writePlace` writes it. */
export const place: Kind<Place> = kind({
  name: 'place',
  schema: { type: 'string', pattern: written.source },
  read(text) {
    const [, caseId, item, key = ''] = written.exec(text.trim()) ?? []
    return isKey(key)
      ? { value: { key, caseId: Number(caseId), item: Number(item) } }
      : { fault: 'must be a place that a list has given' }
  },
  good: ['100245.0.2026-05-21', '7.12.infinity'],
  bad: ['2026-05-21', '1.1.2026-02-30', '1.2026-05-21', 'first'],
})

const isKey = (key: string): boolean => key.endsWith('infinity') || isDate(key)

const isDate = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** Before the first place, in lists sorted upwards or downwards. */
export const startOf = (direction: 'asc' | 'desc'): Place =>
  direction === 'asc'
    ? { key: '-infinity', caseId: 0, item: 0 }
    : { key: 'infinity', caseId: Number.MAX_SAFE_INTEGER, item: 0 }
