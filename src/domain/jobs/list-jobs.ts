import { choice, integer } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import { listJobRows } from './queries.ts'
import { jobStates, tellableFailure } from './waiting-job.ts'

const pageLength = 50
const anyNumber = integer({ min: 1, max: 9_007_199_254_740_991 })

/** The organisation's jobs that run, wait or have failed, a page at a time; why, as far as that may be told. */
export const listJobs = operation({
  name: 'listjobs',
  summary: 'List what runs in the background, and what failed',
  effect: 'read',
  isWebOnly: true,
  permission: 'job.manage',
  parameters: {
    state: optional(choice(...jobStates), 'How a job stands'),
    after: optional(anyNumber, 'Where the page before ended'),
  },
  errors: [],
  returns: 'content',
  examples: [{}, { State: 'failed' }, { After: '1001' }],

  async handle({ input, db }) {
    const { state = null, after = null } = input
    const found = await listJobRows(db, { state, before: after, most: pageLength + 1 })
    const jobs = found.slice(0, pageLength)
    const last = found.length > pageLength ? jobs.at(-1) : undefined
    return {
      jobs: jobs.map((each) => ({ ...each, failure: tellableFailure(each.failure) })),
      next: last && String(last.jobId),
    }
  },
})
