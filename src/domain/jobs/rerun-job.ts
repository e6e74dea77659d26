import { caseNumber } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { rerunDeadJob } from '#platform/jobs-queue.ts'
import { unknownJob } from './errors.ts'

/** Has a job that failed for good tried again, from its first attempt. */
export const rerunJob = operation({
  name: 'rerunjob',
  summary: 'Let a failed job be tried again',
  effect: 'write',
  isWebOnly: true,
  permission: 'job.manage',
  parameters: { job: required(caseNumber, 'Number of the job') },
  errors: [unknownJob],
  returns: 'content',
  examples: [{ Job: '1001' }],

  async handle({ input, db, refuse, record }) {
    const [row] = await rerunDeadJob(db, { jobId: input.job })
    if (!row?.isFound) throw refuse(unknownJob)
    record(undefined, { job: input.job })
    return { job: input.job }
  },
})
