import { updatePerson } from '#domain/customers/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Writing } from '#platform/statement.ts'
import { mergedOnward, mergeUndone, unknownMerge } from './errors.ts'
import { fieldsToPutBack } from './merge-field.ts'
import { mergeSought } from './merge.ts'
import { lockMerge, lockPair, updateFurther, updateMergeUndone, updateStanding } from './queries.ts'
import { swapReferences } from './references.ts'

/**
 * Takes two merged records apart: what had followed goes back, and what the merge changed of the kept record is put
 * back where nobody has changed it since. What came to it since stays with it.
 */
export const unmergeCustomers = operation({
  name: 'unmergecustomers',
  summary: 'Take two merged records apart',
  effect: 'write',
  isWebOnly: true,
  permission: 'customer.update',
  parameters: { merge: mergeSought },
  errors: [unknownMerge, mergeUndone, mergedOnward],
  returns: reply<{ person: string }>('unmergecustomersresponse', { person: 'person' }),
  examples: [{ Merge: '3401' }],

  async handle({ input: { merge: mergeId }, db, actor, now, refuse, record }) {
    const merge = await lockMerge(db, { mergeId })
    if (!merge) throw refuse(unknownMerge)
    if (merge.isUndone) throw refuse(mergeUndone)
    const pair = await pairToPart(db, merge)
    const { kept, merged } = merge
    void updateMergeUndone(db, { mergeId, kept, merged, author: actor.name, now })
    void updateStanding(db, { customerId: merged, mergedInto: null })
    const back = fieldsToPutBack(merge.fields, { ...pair[0] })
    putBack(db, pair, back)
    record(undefined, { customerId: kept, merged, mergeId, changed: Object.keys(back) })
    return { person: String(kept) }
  },
})

type Locked = Awaited<ReturnType<typeof lockPair>>[number]
type Pair = readonly [kept: Locked, merged: Locked]

async function pairToPart(
  db: Writing,
  { kept, merged }: { readonly kept: number; readonly merged: number },
): Promise<Pair> {
  const locked = await lockPair(db, { one: kept, other: merged })
  const [one, other] = [kept, merged].map((id) =>
    locked.find(({ customerId }) => customerId === id),
  )
  if (!one || !other) throw new Error('A merged record is gone')
  if (one.mergedInto !== null) throw new Refusal(mergedOnward)
  return [one, other]
}

function putBack(db: Writing, pair: Pair, back: Readonly<Record<string, unknown>>): void {
  const { reference, further, ...details } = back
  const [{ customerId }, other] = pair
  if (reference !== undefined && reference === other.reference) swapReferences(db, pair)
  if (further !== undefined)
    void updateFurther(db, { customerId, further: further as Locked['further'] })
  void updatePerson(db, { customerId, details })
}
