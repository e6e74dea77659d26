import { getDeadlines, type ShownDeadline } from '#domain/clock/index.ts'
import { Refusal, unknownCase } from '#kernel/refusal.ts'
import { showPage } from '#web/layout/form-page.ts'
import { whyThisDateView, type Explained } from './why-this-date.view.ts'

/** The page that says why a deadline of a case is due when it is. */
export const whyThisDatePage = showPage({
  path: '/cases/:caseId/deadlines/:code',
  view: whyThisDateView,
  async show(ask, { caseId = '', code = '' }) {
    const deadlines = await ask(getDeadlines, { caseId })
    const named = deadlines.filter((each) => each.code === code)
    if (named.length === 0) throw new Refusal(unknownCase)
    const caseAddress = `/cases/${encodeURIComponent(caseId)}`
    return { caseNumber: caseId, caseAddress, deadlines: named.map(explained) }
  },
})

const explained = (deadline: ShownDeadline): Explained => ({
  name: deadline.name,
  stage: deadline.stageName ?? undefined,
  mark: deadline.mark,
  summary: deadline.summary,
  explanation: deadline.explanation,
})
