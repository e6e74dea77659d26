import { button } from '#web/components/button.ts'
import { warningText } from '#web/components/warning-text.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField, flawSummary, formTitle } from '#web/layout/form-page.ts'
import type { FormView } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'

/** The failed job that is about to be given up. */
export type GivingUp = { readonly job: string; readonly jobsAddress: string }

/** Asks before a failed job is given up. */
export const giveUpView: FormView<GivingUp> = ({ job, jobsAddress }, form) => ({
  title: formTitle(`Give up job ${job}`, form),
  back: { href: jobsAddress, text: 'Back to background jobs' },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${flawSummary(form)}
      <h1 class="govuk-heading-l">Give up job ${job}</h1>
      ${warningText({
        text: 'What it was to do is not done, and it is never tried again.',
        iconFallbackText: 'Warning',
      })}
      <form action="${form.action}" method="post" novalidate>
        ${csrfField(form.csrfToken)}
        ${button({
          text: 'Give up the job',
          classes: 'govuk-button--warning',
          preventDoubleClick: true,
        })}
      </form>
    </div>
  </div>`,
})

const form = { action: '/admin/jobs/41/give-up', csrfToken: 'example', typed: {}, flaws: [] }
const message = 'There is no failed job with that number'

/** Examples of the page, by what they show. */
export const giveUpExamples: Examples<typeof giveUpView> = {
  'before it is given up': [{ job: '41', jobsAddress: '/admin/jobs' }, form],
  'one that was tried again meanwhile': [
    { job: '41', jobsAddress: '/admin/jobs' },
    { ...form, flaws: [{ parameter: '', kind: 'invalid', message }] },
  ],
}
