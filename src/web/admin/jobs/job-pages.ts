import { giveUpJob, listJobs, rerunJob } from '#domain/jobs/index.ts'
import { formPage, showPage, type Action } from '#web/layout/form-page.ts'
import { sentBy } from '#web/layout/query.ts'
import { askedList } from '#web/lists/asked-list.ts'
import { giveUpView } from './give-up.view.ts'
import { taskInWords } from './jobs-in-words.ts'
import { jobsView } from './jobs.view.ts'

const jobsAddress = '/admin/jobs'

/** The page of what runs, waits and has failed in the background. */
export const jobsPage = showPage({
  path: jobsAddress,
  view: jobsView,
  async show(ask, _parts, { query, banner, csrfToken }) {
    const asked = ask(listJobs, sentBy(query))
    const { jobs, next, flaws } = await askedList(asked, { jobs: [], next: undefined })
    const rows = jobs.map((each) => ({
      ...each,
      what: taskInWords(each.task),
      address: `${jobsAddress}/${each.jobId}`,
    }))
    return { at: { path: jobsAddress, query }, rows, next, flaws, banner, csrfToken }
  },
})

/** Has a failed job tried again. */
export const rerunJobAction: Action = {
  path: `${jobsAddress}/:job/rerun`,
  operation: rerunJob,
  next: () => jobsAddress,
  banner: ({ job }) => `Job ${job} will be tried again`,
}

/** Asks before a failed job is given up. */
export const giveUpJobPage = formPage({
  path: `${jobsAddress}/:job/give-up`,
  view: giveUpView,
  operation: giveUpJob,
  show: async (_ask, { job = '' }) => ({ job, jobsAddress }),
  next: () => jobsAddress,
  banner: (answer) => `Job ${(answer as { job: number }).job} is given up`,
})
