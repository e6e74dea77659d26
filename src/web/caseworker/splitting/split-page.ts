import { getSplitting, splitCase } from '#domain/case-splitting/index.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { formPage } from '#web/layout/form-page.ts'
import { dateInWords } from '#web/layout/times.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { splitCaseView } from './split-case.view.ts'

type Thing = Awaited<ReturnType<(typeof getSplitting)['handle']>>['notes'][number]

/** The page on which another case is opened out of a case. */
export const splitCasePage = formPage({
  path: '/cases/:caseId/split',
  view: splitCaseView,
  operation: splitCase,
  async show(ask, parts) {
    const { caseId, isClosed, types, notes, documents } = await ask(getSplitting, parts)
    return {
      caseNumber: String(caseId),
      isClosed,
      types: types.map(({ name, label }) => ({ value: name, text: label })),
      notes: notes.map(shownThing),
      documents: documents.map(shownThing),
    }
  },
  next: ({ caseId = '' }, answer) =>
    typeof answer === 'object' && answer && 'otherCase' in answer
      ? caseAddress(String(answer.otherCase))
      : caseAddress(caseId),
  banner: 'Case opened out of the other one',
})

const shownThing = ({ id, name, author, at }: Thing) => ({
  id,
  name,
  told: `${author}, ${dateInWords(writeLocalDate(at))}`,
})
