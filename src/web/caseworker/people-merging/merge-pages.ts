import {
  getMerge,
  getMergePreview,
  mergeCustomers,
  seenOf,
  unmergeCustomers,
} from '#domain/customer-merging/index.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { personAddress } from '#web/caseworker/people/addresses.ts'
import { caseLine, nameOf } from '#web/caseworker/people/shown-person.ts'
import { formPage } from '#web/layout/form-page.ts'
import { dateInWords } from '#web/layout/times.ts'
import { mergeAddress } from './addresses.ts'
import { columnsInWords, groupWords, valuesInWords } from './groups-in-words.ts'
import { mergePeopleView, type ShownSide } from './merge-people.view.ts'
import { unmergePeopleView } from './unmerge-people.view.ts'

type Preview = Awaited<ReturnType<(typeof getMergePreview)['handle']>>

const pageOf = (answer: unknown): string => personAddress((answer as { person: string }).person)

const shownSide = (side: Preview['kept']): ShownSide => ({
  name: nameOf(side),
  href: personAddress(side.customerId),
  cases: side.cases.map(caseLine),
})

/** The page on which two records are compared and merged. */
const mergePeoplePage = formPage({
  path: '/people/:person/merge/:other',
  view: mergePeopleView,
  operation: mergeCustomers,
  async show(ask, parts) {
    const { kept, other, differences, reasons } = await ask(getMergePreview, parts)
    return {
      kept: shownSide(kept),
      other: shownSide(other),
      reasons,
      differences: differences.map((difference) => ({
        name: `Take.${difference.group}`,
        label: groupWords[difference.group],
        kept: valuesInWords(difference.group, difference.kept),
        other: valuesInWords(difference.group, difference.other),
        proposed: difference.proposed,
      })),
      seen: seenOf([kept, other]),
      swapAddress: mergeAddress(other.customerId, kept.customerId),
    }
  },
  next: (_parts, answer) => pageOf(answer),
  banner: 'Records merged',
})

/** The page on which merged records are taken apart. */
const unmergePeoplePage = formPage({
  path: '/people/merges/:merge/undo',
  view: unmergePeopleView,
  operation: unmergeCustomers,
  async show(ask, parts) {
    const { kept, merged, mergedBy, mergedAt, back, stays } = await ask(getMerge, parts)
    return {
      kept: { name: nameOf(kept), href: personAddress(kept.customerId) },
      other: nameOf(merged),
      merged: `merged by ${mergedBy} on ${dateInWords(writeLocalDate(mergedAt))}`,
      back: columnsInWords(back),
      stays: columnsInWords(stays),
    }
  },
  next: (_parts, answer) => pageOf(answer),
  banner: 'Records taken apart',
})

/** The pages on which records are merged and taken apart. */
export const mergePages = [mergePeoplePage, unmergePeoplePage]
