import type { getMyWork } from '#domain/queues/index.ts'
import type { Told } from '#domain/clock/index.ts'
import { answersAddress } from '#web/caseworker/answers/addresses.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'
import { progressAddress } from '#web/caseworker/progress/addresses.ts'

/** What a list of work shows of each thing to do. */
export type WorkLine = {
  readonly caseNumber: string
  readonly address: string
  readonly label: string
  readonly caseType: string
  readonly status: string
  readonly why: string
  readonly due: Told | undefined
  readonly isChanged: boolean
  readonly isConfidential: boolean
}

type Work = Awaited<ReturnType<(typeof getMyWork)['handle']>>['work'][number]

/** Something to do, as the list shows it. */
export const workLine = (work: Work): WorkLine => ({
  caseNumber: String(work.caseId),
  address: addresses[work.kind](work.caseId),
  label: work.mainParty ?? work.label ?? '',
  caseType: work.caseType,
  status: work.status,
  why: whyHere(work),
  due: work.due,
  isChanged: work.isChanged,
  isConfidential: work.isConfidential,
})

const addresses = { case: caseAddress, task: progressAddress, answer: answersAddress }

/** Why something is in somebody's list, as a sentence without its full stop. */
export function whyHere({ kind, what, away }: Pick<Work, 'kind' | 'what' | 'away'>): string {
  const own = {
    case: away === null ? 'Your case' : 'Their case',
    task: `Task: ${what}`,
    answer: `Answer to clear: ${what}`,
  }[kind]
  return away === null ? own : `${away} is away, you stand in. ${own}`
}
