import { caseReference } from '#domain/access/index.ts'
import { caseTypeVersion } from '#domain/case-types/index.ts'
import { reply } from '#kernel/answer.ts'
import { longText, shortText } from '#kernel/kinds.ts'
import { chosen } from '#kernel/kind.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { invalidInput, Refusal, unknownCase } from '#kernel/refusal.ts'
import { getRating, setRating } from './rating-queries.ts'

/** Rates a case by one of the ratings of its type; what is so already tells nothing. */
export const rateCase = operation({
  name: 'ratecase',
  summary: 'Rate a case',
  effect: 'write',
  permission: 'case.update',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    rating: required(chosen(shortText), 'Rating'),
    reason: optional(longText, 'Reason'),
  },
  errors: [unknownCase],
  returns: reply<{ caseId: number; rating: string }>('ratecaseresponse', {
    caseId: 'caseid',
    rating: 'rating',
  }),
  examples: [{ CaseId: '1001', Rating: 'High', Reason: 'There is a child in the house' }],

  async handle({ input, db, actor, now, subject: { caseId }, record }) {
    const { rating: before, ...of } = await getRating(db, { caseId })
    const rating = ratingIn((await caseTypeVersion(db, of)).ratings, input.rating)
    if (rating !== before) {
      const { reason = null } = input
      void setRating(db, { caseId, rating, reason, author: actor.name, now })
    }
    record(caseId, { rating })
    return { caseId, rating }
  },
})

/** A type without ratings of its own takes any, as updatecase does. */
function ratingIn(ratings: readonly string[], wanted: string): string {
  if (ratings.length === 0) return wanted
  const named = wanted.trim().toLowerCase()
  const found = ratings.find((rating) => rating.toLowerCase() === named)
  if (found !== undefined) return found
  throw new Refusal(invalidInput, [
    { parameter: 'Rating', kind: 'invalid', message: 'Select a rating from the list' },
  ])
}
