import { kind, type Kind } from '#kernel/kind.ts'
import { readDate } from '#platform/local-time.ts'

/** The place of a remedy in the list of all that are open. */
export interface Place {
  readonly dueOn: string
  readonly caseId: number
  readonly remedy: number
}

/** Before the first. */
export const start: Place = Object.freeze({ dueOn: '0001-01-01', caseId: 0, remedy: 0 })

const written = /^(\d{4}-\d\d-\d\d)\.(\d{1,15})\.(\d{1,9})$/

/** A place as addresses carry it. */
export const writePlace = ({ dueOn, caseId, remedy }: Place): string =>
  `${dueOn}.${caseId}.${remedy}`

/** Where the page before ended, as `writePlace` writes it. */
export const place: Kind<Place> = kind({
  name: 'place',
  schema: { type: 'string', pattern: written.source },
  read(text) {
    const [, day = '', caseId, remedy] = written.exec(text.trim()) ?? []
    const dueOn = readDate(day)
    return dueOn === undefined
      ? { fault: 'must be a place that a list of remedies has given' }
      : { value: { dueOn, caseId: Number(caseId), remedy: Number(remedy) } }
  },
  good: ['2026-05-21.100245.1'],
  bad: ['2026-05-21', '2026-02-30.1.1', '2026-05-21.1.1.1', 'first'],
})
