import type { JobState } from '#domain/jobs/index.ts'
import type { Flaw } from '#kernel/refusal.ts'
import { button } from '#web/components/button.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { tag } from '#web/components/tag.ts'
import { csrfField, flawSummary } from '#web/layout/form-page.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dateAndTime } from '#web/layout/times.ts'
import { drawList } from '#web/lists/draw-list.ts'
import type { ListAddress } from '#web/lists/list-address.ts'
import type { List } from '#web/lists/list.ts'

export { jobsExamples } from './jobs-examples.ts'

/** A job as it is shown. */
export type ShownJob = {
  readonly jobId: number
  readonly what: string
  readonly address: string
  readonly state: JobState
  readonly attempts: number
  readonly maxAttempts: number
  readonly failure: string | undefined
  readonly putInAt: Date
  readonly runAt: Date
}

/** What the page of jobs shows. */
export type Jobs = {
  readonly at: ListAddress
  readonly rows: readonly ShownJob[]
  readonly next: string | undefined
  readonly flaws: readonly Flaw[]
  readonly banner: string | undefined
  readonly csrfToken: string
}

/** The page of what runs, waits and has failed in the background. */
export const jobsView: View<Jobs> = (model) => ({
  title: 'Background jobs',
  isWide: true,
  back: { href: '/admin', text: 'Back to administration' },
  content: html`${
      model.banner !== undefined && notificationBanner({ text: model.banner, type: 'success' })
    }
    ${flawSummary(model)}
    <h1 class="govuk-heading-l">Background jobs</h1>
    <p class="govuk-body">
      What takes long, or needs another server, is done in the background. A job that fails is tried
      again by itself, ever more slowly; one that has failed for good waits here for you.
    </p>
    ${drawList(listOf(model), model.at)}`,
})

const listOf = ({ rows, next, flaws, csrfToken }: Jobs): List<ShownJob> => ({
  caption: 'Jobs',
  columns: [
    { name: 'job', heading: 'Job', cell: ({ jobId }) => ({ text: String(jobId) }) },
    { name: 'what', heading: 'What it does', cell: whatCell },
    { name: 'state', heading: 'How it stands', cell: ({ state }) => ({ html: states[state] }) },
    { name: 'when', heading: 'When', cell: (job) => ({ text: whenOf(job) }) },
    { name: 'do', heading: 'What to do', cell: (job) => ({ html: waysOf(job, csrfToken) }) },
  ],
  filters: [
    {
      name: 'State',
      heading: 'How it stands',
      isOne: true,
      choices: [
        { value: 'failed', text: 'Failed' },
        { value: 'running', text: 'Running' },
        { value: 'waiting', text: 'Waiting' },
      ],
    },
  ],
  rows,
  flaws,
  results: `${rows.length} ${rows.length === 1 ? 'job' : 'jobs'} on this page`,
  next,
  empty: 'Nothing runs, waits or has failed. Jobs are shown here until they are done.',
})

const states: Readonly<Record<JobState, Html>> = {
  failed: tag({ text: 'Failed', classes: 'govuk-tag--red' }),
  running: tag({ text: 'Running', classes: 'govuk-tag--blue' }),
  waiting: tag({ text: 'Waiting', classes: 'govuk-tag--grey' }),
}

const whatCell = ({ what, failure }: ShownJob) => ({
  classes: 'app-list__what',
  html: html`${what}${failure !== undefined && html`<br />Why it failed: ${failure}.`}`,
})

const whenOf = ({ state, attempts, maxAttempts, putInAt, runAt }: ShownJob): string => {
  const tries = `${attempts} of ${maxAttempts} attempts`
  if (state === 'failed') return `Put in on ${dateAndTime(putInAt)}; ${tries} made`
  if (state === 'running') return `Attempt ${attempts} of ${maxAttempts}`
  return attempts === 0
    ? `Waits since ${dateAndTime(putInAt)}`
    : `${tries} made; the next is on ${dateAndTime(runAt)}`
}

const waysOf = ({ state, jobId, address }: ShownJob, csrfToken: string): Html =>
  state !== 'failed'
    ? html`Nothing`
    : html`<form action="${address}/rerun" method="post" novalidate>
          ${csrfField(csrfToken)}
          ${button({
            html: html`Run again<span class="govuk-visually-hidden"> job ${jobId}</span>`,
            classes: 'govuk-button--secondary govuk-!-margin-bottom-1',
            preventDoubleClick: true,
          })}
        </form>
        <a class="govuk-link" href="${address}/give-up"
          >Give up<span class="govuk-visually-hidden"> job ${jobId}</span></a
        >`
