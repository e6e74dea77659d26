import { getAnswers } from '#domain/clearance/index.ts'
import { casePage } from '#web/caseworker/cases/case-page.ts'
import { answerAddress } from './addresses.ts'
import { shownAnswer } from './answers-in-words.ts'
import { showAnswersView } from './show-answers.view.ts'

/** The page with a case's answers, and who has cleared them. */
export const showAnswersPage = casePage({
  path: '/cases/:caseId/answers',
  part: 'answers',
  view: showAnswersView,
  async show(ask, parts, { banner }) {
    const told = await ask(getAnswers, parts)
    const { caseId, isClosed, mayDraft } = told
    return {
      caseNumber: String(caseId),
      banner,
      isClosed,
      answers: told.answers.map((answer) => shownAnswer(answer, told)),
      draftAddress: mayDraft ? answerAddress(caseId, 'new') : undefined,
    }
  },
})
