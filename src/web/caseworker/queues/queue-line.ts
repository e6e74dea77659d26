import type { Told } from '#domain/clock/index.ts'
import type { listQueue } from '#domain/queues/index.ts'
import { caseAddress } from '#web/caseworker/cases/case-actions.ts'

/** What the queue shows of a case. */
export type QueueLine = {
  readonly caseNumber: string
  readonly address: string
  readonly label: string
  readonly caseType: string
  readonly stage: string
  readonly receivedOn: string
  readonly team: string
  readonly owner: string
  readonly due: Told | undefined
  readonly isConfidential: boolean
}

type Listed = Awaited<ReturnType<(typeof listQueue)['handle']>>['cases'][number]

/** A case, as the queue shows it. */
export const queueLine = (listed: Listed): QueueLine => ({
  caseNumber: String(listed.caseId),
  address: caseAddress(listed.caseId),
  label: listed.mainParty ?? listed.label ?? '',
  caseType: listed.caseType,
  stage: listed.stage ?? listed.status,
  receivedOn: listed.receivedOn,
  team: listed.team ?? 'No team',
  owner: listed.owner ?? 'Nobody',
  due: listed.due,
  isConfidential: listed.isConfidential,
})
