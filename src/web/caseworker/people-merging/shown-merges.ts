import type { getMerges } from '#domain/customer-merging/index.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { personAddress } from '#web/caseworker/people/addresses.ts'
import { nameOf, type Line } from '#web/caseworker/people/shown-person.ts'
import { dateInWords } from '#web/layout/times.ts'
import { unmergeAddress } from './addresses.ts'

type Told = Awaited<ReturnType<(typeof getMerges)['handle']>>

/** What the page of a person shows of merges: where the record went, and what there was. */
export type ShownMerges = {
  readonly mergedInto: Line | undefined
  readonly merges: readonly Line[]
}

/** Words the merges of a record. */
export const shownMerges = ({ mergedInto, merges, mayMerge }: Told): ShownMerges => ({
  mergedInto: mergedInto && {
    text: nameOf(mergedInto),
    href: personAddress(mergedInto.customerId),
    more: '',
  },
  merges: merges.map(({ otherId, isKept, ...merge }) => ({
    text: nameOf({ ...merge, customerId: otherId }),
    href: personAddress(otherId),
    more: [
      `${isKept ? 'Went into this record' : 'Kept'}: merged ${doneBy(merge.mergedBy, merge.mergedAt)}`,
      ...(merge.unmergedBy && merge.unmergedAt
        ? [`taken apart ${doneBy(merge.unmergedBy, merge.unmergedAt)}`]
        : []),
    ].join(', '),
    ...(mayMerge && merge.unmergedAt === null
      ? { also: { text: 'Take apart', href: unmergeAddress(merge.mergeId) } }
      : {}),
  })),
})

const doneBy = (name: string, at: Date): string =>
  `by ${name} on ${dateInWords(writeLocalDate(at))}`
