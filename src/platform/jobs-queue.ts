import { bool, instant, int4, int8, json, nullable, text } from './columns.ts'
import { change, list } from './statement.ts'

type Particulars = Readonly<Record<string, unknown>>

/** Puts a job in with the transaction; the organisation is added to what it is told. */
export const insertJob = change({
  takes: { task: text, payload: json<Particulars>(), runAt: nullable(instant), attempts: int4 },
  returns: {},
  sql: `select from enqueue_job(:task, :payload, coalesce(:runAt, clock_timestamp()), :attempts)`,
})

/** The organisation's jobs that failed for good, the latest first. */
export const listDeadJobs = list({
  takes: {},
  returns: {
    jobId: int8,
    task: text,
    particulars: json<Particulars>(),
    attempts: int4,
    failure: nullable(text),
    failedAt: instant,
  },
  sql: `
    select d.job_id as "jobId", d.task, d.particulars, d.attempts, d.failure,
      d.failed_at as "failedAt"
    from list_dead_jobs() d`,
})

/** Has a job that failed for good tried again; says whether there was one of that number. */
export const rerunDeadJob = change({
  takes: { jobId: int8 },
  returns: { isFound: bool },
  sql: `select rerun_dead_job(:jobId) as "isFound"`,
})
