import { job } from '#kernel/job.ts'
import { finishCheck } from './verification.ts'

/** Recomputes the chain of the organisation's audit, and notes what it came to. */
export const verifyAuditJob = job<{ readonly verificationId: number }>({
  name: 'verifyaudit',
  attempts: 3,
  async work({ payload, actor: { organisationId }, database, clock }) {
    await finishCheck({ database, clock, organisationId }, payload.verificationId)
  },
})
