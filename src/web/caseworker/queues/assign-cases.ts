import { assignCases, getChosenCases } from '#domain/bulk-changes/index.ts'
import { holderInWords } from '#web/caseworker/assignment/holder-in-words.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { formPage } from '#web/layout/form-page.ts'
import { assignCasesAddress } from './addresses.ts'
import { assignCasesView } from './assign-cases.view.ts'
import { bulkBanner, toBulkChange } from './bulk-pages.ts'
import { chosenIn } from './chosen-cases.ts'

/** The page on which several cases are assigned: it shows which, and who has each now. */
export const assignCasesPage = formPage({
  path: assignCasesAddress,
  view: assignCasesView,
  operation: assignCases,
  async show(ask, _parts, query) {
    const chosen = chosenIn(query)
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
  next: toBulkChange,
  banner: bulkBanner,
})
