import {
  closeCases,
  getBulkChange,
  getCasesToClose,
  getCasesToTag,
  tagCases,
  undoBulkChange,
} from '#domain/bulk-changes/index.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { formPage, showPage } from '#web/layout/form-page.ts'
import type { Action, PathParts } from '#web/layout/form-page.ts'
import { bulkChangeAddress, closeCasesAddress, queueAddress, tagCasesAddress } from './addresses.ts'
import { bulkChangeView } from './bulk-change.view.ts'
import { chosenIn } from './chosen-cases.ts'
import { closeCasesView } from './close-cases.view.ts'
import { headingOf, resultInWords } from './result-in-words.ts'
import { tagCasesView } from './tag-cases.view.ts'

/** The address of what became of the cases, by what the operation answered. */
export const toBulkChange = (_parts: PathParts, answer: unknown): string =>
  bulkChangeAddress((answer as { readonly bulkChangeId: number }).bulkChangeId)

/** What is said where it leads to. */
export const bulkBanner = 'This is what became of each case'

/** The page on which several cases are tagged: it shows which, and what tags each has. */
export const tagCasesPage = formPage({
  path: tagCasesAddress,
  view: tagCasesView,
  operation: tagCases,
  async show(ask, _parts, query) {
    const chosen = chosenIn(query)
    if (chosen === '') return { chosen, cases: [], tags: [] }
    const { cases, tags } = await ask(getCasesToTag, { Case: chosen })
    return {
      chosen,
      tags,
      cases: cases.map(({ caseId, isClosed, tags: own }) => ({
        caseNumber: String(caseId),
        address: caseAddress(caseId),
        now: isClosed ? staysClosed : own.join(', ') || 'No tags',
      })),
    }
  },
  next: toBulkChange,
  banner: bulkBanner,
})

const staysClosed = 'Closed: it will stay as it is'

/** The page on which several cases are closed: it shows which, how each stands and how each can end. */
export const closeCasesPage = formPage({
  path: closeCasesAddress,
  view: closeCasesView,
  operation: closeCases,
  async show(ask, _parts, query) {
    const chosen = chosenIn(query)
    if (chosen === '') return { chosen, cases: [], endings: [] }
    const { cases, endings } = await ask(getCasesToClose, { Case: chosen })
    return {
      chosen,
      endings,
      cases: cases.map(({ caseId, isClosed, caseType, status, endings: own }) => ({
        caseNumber: String(caseId),
        address: caseAddress(caseId),
        now: isClosed
          ? staysClosed
          : `${caseType}, ${status}. Can end so: ${own.join(', ') || 'in no way'}`,
      })),
    }
  },
  next: toBulkChange,
  banner: bulkBanner,
})

/** The page that says what became of each of several cases. */
export const bulkChangePage = showPage({
  path: `${queueAddress}/changes/:bulkChange`,
  view: bulkChangeView,
  async show(ask, parts, { banner, csrfToken }) {
    const { bulkChangeId, kind, what, isUndone, lines } = await ask(getBulkChange, parts)
    const isUndoable = !isUndone && lines.some(({ result }) => result === 'done')
    return {
      heading: headingOf(kind),
      banner,
      csrfToken,
      lines: lines.map((line) => ({
        caseNumber: String(line.caseId),
        address: line.result === 'not there' ? undefined : caseAddress(line.caseId),
        result: resultInWords({ ...line, kind, what }),
      })),
      undoAddress: isUndoable ? `${bulkChangeAddress(bulkChangeId)}/undo` : undefined,
    }
  },
})

/** Makes several cases what they were. */
export const undoBulkChangeAction: Action = {
  path: `${queueAddress}/changes/:bulkChange/undo`,
  operation: undoBulkChange,
  next: ({ bulkChange = '' }) => bulkChangeAddress(bulkChange),
  banner: () => 'Undone',
}
