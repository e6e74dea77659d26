import { giveUpJob } from './give-up-job.ts'
import { listJobs } from './list-jobs.ts'
import { rerunJob } from './rerun-job.ts'

export { jobStates, type JobState } from './waiting-job.ts'
export { giveUpJob, listJobs, rerunJob }
export const operations = [giveUpJob, listJobs, rerunJob]
