import { assignCases, getBulkChange, getChosenCases, undoBulkChange } from '#domain/queues/index.ts'
import { holderInWords } from '#web/caseworker/assignment/holder-in-words.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { formPage, showPage } from '#web/layout/form-page.ts'
import type { Action } from '#web/layout/form-page.ts'
import { assignCasesAddress, bulkChangeAddress, queueAddress } from './addresses.ts'
import { assignCasesView } from './assign-cases.view.ts'
import { bulkChangeView } from './bulk-change.view.ts'
import { resultInWords } from './result-in-words.ts'

/** The page on which several cases are assigned: it shows which, and who has each now. */
export const assignCasesPage = formPage({
  path: assignCasesAddress,
  view: assignCasesView,
  operation: assignCases,
  async show(ask, _parts, { Case = [] }) {
    const chosen = Case.filter((each) => each !== '').join('\n')
    if (chosen === '') return { chosen, cases: [], people: [], teams: [], mayTake: false }
    const { cases, people, teams, mayTake } = await ask(getChosenCases, { Case: chosen })
    return {
      chosen,
      mayTake,
      cases: cases.map(({ caseId, isClosed, team, person }) => ({
        caseNumber: String(caseId),
        address: caseAddress(caseId),
        now: isClosed
          ? 'Closed: it will stay as it is'
          : holderInWords({ team, person, rule: null }),
      })),
      people: people.map(({ userName, fullName, team }) => ({
        value: userName,
        text: [fullName, team].filter(Boolean).join(' · '),
      })),
      teams: teams.map(({ code, name }) => ({ value: code, text: name })),
    }
  },
  next: (_parts, answer) =>
    bulkChangeAddress((answer as { readonly bulkChangeId: number }).bulkChangeId),
  banner: 'This is what became of each case',
})

/** The page that says what became of each of several cases. */
export const bulkChangePage = showPage({
  path: `${queueAddress}/changes/:bulkChange`,
  view: bulkChangeView,
  async show(ask, parts, { banner, csrfToken }) {
    const { bulkChangeId, isUndone, lines } = await ask(getBulkChange, parts)
    const isUndoable = !isUndone && lines.some(({ result }) => result === 'done')
    return {
      banner,
      csrfToken,
      lines: lines.map((line) => ({
        caseNumber: String(line.caseId),
        address: line.result === 'not there' ? undefined : caseAddress(line.caseId),
        result: resultInWords(line),
      })),
      undoAddress: isUndoable ? `${bulkChangeAddress(bulkChangeId)}/undo` : undefined,
    }
  },
})

/** Puts several cases back where they were. */
export const undoBulkChangeAction: Action = {
  path: `${queueAddress}/changes/:bulkChange/undo`,
  operation: undoBulkChange,
  next: ({ bulkChange = '' }) => bulkChangeAddress(bulkChange),
  banner: () => 'Undone',
}
