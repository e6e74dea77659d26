import { caseNumber } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownJob } from './errors.ts'
import { deleteDeadJob } from './queries.ts'

/** Throws away a job that failed for good: what it was to do is not done. */
export const giveUpJob = operation({
  name: 'giveupjob',
  summary: 'Give up a failed job',
  effect: 'write',
  isWebOnly: true,
  permission: 'job.manage',
  parameters: { job: required(caseNumber, 'Number of the job') },
  errors: [unknownJob],
  returns: 'content',
  examples: [{ Job: '1002' }],

  async handle({ input, db, refuse, record }) {
    const [row] = await deleteDeadJob(db, { jobId: input.job })
    if (!row?.isFound) throw refuse(unknownJob)
    record(undefined, { job: input.job })
    return { job: input.job }
  },
})
