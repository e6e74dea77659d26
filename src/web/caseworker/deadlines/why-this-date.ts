import { getDeadlines, type ShownDeadline } from '#domain/clock/index.ts'
import { getClock } from '#domain/clock-events/index.ts'
import { Refusal, unknownCase } from '#kernel/refusal.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { casePage } from '#web/caseworker/cases/case-page.ts'
import { dateAddress } from './addresses.ts'
import { shownClock } from './shown-clock.ts'
import { whyThisDateView, type Explained } from './why-this-date.view.ts'

/** The page that says why a deadline of a case is due when it is. */
export const whyThisDatePage = casePage({
  path: '/cases/:caseId/deadlines/:code',
  view: whyThisDateView,
  async show(ask, { caseId = '', code = '' }) {
    const [deadlines, clock] = await Promise.all([
      ask(getDeadlines, { caseId }),
      ask(getClock, { caseId }),
    ])
    const named = deadlines.filter((each) => each.code === code)
    if (named.length === 0) throw new Refusal(unknownCase)
    const { recordAddress, correctAddress } = shownClock(clock)
    return {
      caseNumber: caseId,
      caseAddress: caseAddress(caseId),
      deadlines: named.map((each) => ({ ...explained(each), ...waysFor(each, clock) })),
      recordAddress,
      correctAddress,
    }
  },
})

type Ways = Pick<Explained, 'setAddress' | 'liftAddress'>

/** The ways to set the date of a deadline by hand, for those who may and while it is open. */
function waysFor(
  deadline: ShownDeadline,
  { caseId, maySetDates }: { readonly caseId: number; readonly maySetDates: boolean },
): Ways {
  const { state, overrideReason } = deadline
  const isOpen = state !== 'met' && state !== 'ended'
  const isSet = overrideReason !== null
  return {
    setAddress: maySetDates && isOpen ? dateAddress(caseId, deadline, 'set') : undefined,
    liftAddress: maySetDates && isSet ? dateAddress(caseId, deadline, 'lift') : undefined,
  }
}

const explained = (deadline: ShownDeadline): Omit<Explained, keyof Ways> => ({
  name: deadline.name,
  stage: deadline.stageName ?? undefined,
  mark: deadline.mark,
  summary: deadline.summary,
  explanation: deadline.explanation,
  days: deadline.days,
})
