import { listAnswersToClear } from '#domain/clearers/index.ts'
import { showPage } from '#web/layout/form-page.ts'
import { answersAddress, answersToClearAddress } from './addresses.ts'
import { answersToClearView } from './answers-to-clear.view.ts'

/** The list of answers that wait for the reader to clear them. */
export const answersToClearPage = showPage({
  path: answersToClearAddress,
  view: answersToClearView,
  async show(ask, parts) {
    const { answers, hasMore } = await ask(listAnswersToClear, parts)
    return {
      hasMore,
      answers: answers.map(({ caseId, caseType, answer, title, ...told }) => ({
        caseNumber: String(caseId),
        caseType,
        address: answersAddress(caseId),
        name: `Answer ${answer}: ${title}`,
        step: `${told.step} (${told.team})`,
        standsInFor: told.onBehalfOf,
        waitsSince: told.waitsSince,
      })),
    }
  },
})
