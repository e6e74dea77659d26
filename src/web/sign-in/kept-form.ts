import type { Typed } from '#web/layout/form-page.ts'

const ours = new Set(['csrfToken', 'keptForm'])

/** What was typed into a form that was sent without a session, as text that a field can hold. */
export const keptText = (typed: Typed): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(typed).filter(([name]) => !ours.has(name) && !/password|secret/i.test(name)),
    ),
  )

/** Reads it back; undefined where it is no such text. */
export const readKept = (text: string | undefined): Typed | undefined => {
  if (!text) return undefined
  try {
    const kept: unknown = JSON.parse(text)
    if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return undefined
    return Object.fromEntries(
      Object.entries(kept).filter(([name, value]) => !ours.has(name) && typeof value === 'string'),
    )
  } catch {
    return undefined
  }
}
