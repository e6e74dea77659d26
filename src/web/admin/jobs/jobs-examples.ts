import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import type { Jobs, ShownJob } from './jobs.view.ts'

const job: ShownJob = {
  jobId: 41,
  what: 'Send an e-mail',
  address: '/admin/jobs/41',
  state: 'failed',
  attempts: 20,
  maxAttempts: 20,
  failure: 'The mail was not taken: the server <mail.example> did not answer',
  putInAt: new Date('2026-04-02T08:05:00Z'),
  runAt: new Date('2026-04-02T08:05:00Z'),
}
const page: Jobs = {
  at: { path: '/admin/jobs', query: {} },
  rows: [
    job,
    { ...job, jobId: 40, state: 'running', attempts: 1, failure: undefined },
    { ...job, jobId: 39, state: 'waiting', attempts: 0, failure: undefined },
    { ...job, jobId: 38, state: 'waiting', attempts: 2 },
  ],
  next: '38',
  flaws: [],
  banner: undefined,
  csrfToken: 'example',
}

/** Examples of the page, by what they show. */
export const jobsExamples: Examples<View<Jobs>> = {
  'failed, running and waiting': [page],
  'nothing to do': [{ ...page, rows: [], next: undefined, banner: 'Job 41 will be tried again' }],
  'only failed ones, and none is': [
    { ...page, at: { path: '/admin/jobs', query: { State: ['failed'] } }, rows: [] },
  ],
}
