import { bool, instant, int4, int8, nullable, text } from '#platform/columns.ts'
import { change, list } from '#platform/statement.ts'
import type { JobState } from './waiting-job.ts'

/** The organisation's jobs that are not done, the youngest first. */
export const listJobRows = list({
  takes: { state: nullable(text), before: nullable(int8), most: int4 },
  returns: {
    jobId: int8,
    task: text,
    state: { ...text, value: 'failed' as JobState },
    attempts: int4,
    maxAttempts: int4,
    failure: nullable(text),
    putInAt: instant,
    runAt: instant,
    changedAt: instant,
  },
  sql: `
    select j.job_id as "jobId", j.task, j.state, j.attempts, j.max_attempts as "maxAttempts",
      j.failure, j.put_in_at as "putInAt", j.run_at as "runAt", j.changed_at as "changedAt"
    from list_jobs(:state, :before, :most) j`,
})

/** Throws away a job that failed for good; says whether there was one of that number. */
export const deleteDeadJob = change({
  takes: { jobId: int8 },
  returns: { isFound: bool },
  sql: `select give_up_job(:jobId) as "isFound"`,
})
