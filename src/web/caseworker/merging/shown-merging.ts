import type { getCaseOverview } from '#domain/notes/index.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import type { ShownNote } from '#web/caseworker/cases/shown-case.ts'
import { downloadAddress } from '#web/caseworker/documents/download.ts'
import { dateInWords } from '#web/layout/times.ts'
import { unmergeAddress } from './addresses.ts'

/** A case that was merged with the one that is shown; without a number where the reader may not know of it. */
export type ShownMerge = {
  readonly caseNumber: string | undefined
  readonly href: string | undefined
  readonly isIntoOther: boolean
  /** By whom, when and, where the reader may know of both cases, why. */
  readonly told: string
  readonly undoAddress: string | undefined
}

/** What came with a case that was merged into the one that is shown. */
export type PapersOfMerged = {
  readonly caseNumber: string
  readonly href: string
  readonly notes: readonly ShownNote[]
  readonly papers: readonly {
    readonly name: string
    readonly href: string | undefined
    readonly told: string
  }[]
}

type Overview = Awaited<ReturnType<(typeof getCaseOverview)['handle']>>
type Merge = Overview['merging']['takenIn'][number]

/** The cases that a case was merged with, as its page shows them. */
export const shownMerges = (theCase: Overview): readonly ShownMerge[] => {
  const { goneInto, takenIn } = theCase.merging
  return [...(goneInto ? [goneInto] : []), ...takenIn].map((merge) => shownMerge(merge, theCase))
}

const shownMerge = (merge: Merge, { caseId, mayUnmerge }: Overview): ShownMerge => {
  const { otherCase, isIntoOther, isDirect, mergedBy, mergedAt, reason } = merge
  const [one, into] = isIntoOther ? [caseId, otherCase] : [otherCase, caseId]
  const mayUndo = mayUnmerge && isDirect && one !== null && into !== null
  return {
    caseNumber: otherCase === null ? undefined : String(otherCase),
    href: otherCase === null ? undefined : caseAddress(otherCase),
    isIntoOther,
    told: [`By ${mergedBy} on ${dayOf(mergedAt)}`, reason].filter(Boolean).join(': '),
    undoAddress: mayUndo ? unmergeAddress(one, into) : undefined,
  }
}

const dayOf = (moment: Date): string => dateInWords(writeLocalDate(moment))

/** The notes, documents and letters of the cases that went into a case, by where they came from. */
export const papersOfMerged = ({ merging }: Pick<Overview, 'merging'>): readonly PapersOfMerged[] =>
  merging.takenIn.flatMap(({ otherCase }) => {
    if (otherCase === null) return []
    const own = <T extends { readonly caseId: number }>(all: readonly T[]): readonly T[] =>
      all.filter(({ caseId }) => caseId === otherCase)
    return [
      {
        caseNumber: String(otherCase),
        href: caseAddress(otherCase),
        notes: own(merging.notes).map(({ body, isVisibleToCustomer, ...note }) => ({
          ...note,
          text: body,
          isShownToCustomer: isVisibleToCustomer,
        })),
        papers: [
          ...own(merging.documents).map(({ name, documentId, state, category, documentAt }) => ({
            name,
            href: state === 'stored' ? downloadAddress(`D${documentId}`) : undefined,
            told: [category, `added on ${dayOf(documentAt)}`].filter(Boolean).join(', '),
          })),
          ...own(merging.letters).map(({ name, channel, author, processedAt }) => ({
            name,
            href: undefined,
            told: `${channel === 'email' ? 'E-mail' : 'Letter'} by ${author}, ${dayOf(processedAt)}`,
          })),
        ],
      },
    ]
  })
