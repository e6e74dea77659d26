import type { CaseType } from '#domain/case-types/index.ts'

/** A rating under a type: one that the type does not have gives way to the one it begins with. */
export function ratingUnder(
  { ratings, rating: first }: Pick<CaseType, 'rating' | 'ratings'>,
  rating: string | null,
): string | null {
  if (rating !== null && (ratings.length === 0 || ratings.includes(rating))) return rating
  return first ?? null
}

/** What is kept of a case beside the answers to its form. */
export function furtherIn(
  attributes: Readonly<Record<string, unknown>>,
  { fields }: Pick<CaseType, 'fields'>,
): Readonly<Record<string, unknown>> {
  const own = new Set(fields.map(({ id }) => id))
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !own.has(name)))
}
