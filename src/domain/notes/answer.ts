import type { CaseType, Field } from '#domain/case-types/index.ts'

/** A question of a form and what was answered, as it is kept: a date as 2026-05-21, a flag as Yes or No. */
export interface Answered {
  readonly label: string
  readonly kind: Field['kind']
  readonly value: string
}

/** What was answered to the questions of a case type's form, in its order; nothing of those left empty. */
export const answersOf = (
  { fields }: CaseType,
  kept: Readonly<Record<string, unknown>>,
): readonly Answered[] =>
  fields.flatMap(({ id, label, kind }): Answered[] => {
    const value = written(kind, Object.hasOwn(kept, id) ? kept[id] : undefined)
    return value.trim() === '' ? [] : [{ label, kind, value }]
  })

function written(kind: Field['kind'], kept: unknown): string {
  if (kept === undefined || kept === null || kept === '') return ''
  const text = typeof kept === 'string' ? kept : JSON.stringify(kept)
  if (kind !== 'flag') return text
  return /^(true|yes|1)$/i.test(text) ? 'Yes' : 'No'
}
