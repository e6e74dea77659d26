import type { Examples } from '#web/layout/examples.ts'
import { flawSummary, formTitle } from '#web/layout/form-page.ts'
import type { Form } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import { openCaseForm } from './open-case-form.ts'

/** What was typed to open a case, and why that opens none. */
export type FailedSearch = {
  readonly typed: string
  readonly reason: 'missing' | 'no number' | 'unknown'
}

/** The page that says why what was typed opens no case. */
export const openCaseView = (failed: FailedSearch): Page => {
  const form = { flaws: flawsOf(failed) }
  return {
    title: formTitle('Open a case', form),
    back: { href: '/', text: 'Back to my work' },
    content: html`${flawSummary(form)}
      <h1 class="govuk-heading-l">Open a case</h1>
      ${openCaseForm(form, failed.typed)}`,
  }
}

const flawsOf = (failed: FailedSearch): Form['flaws'] => [
  {
    parameter: 'CaseId',
    kind: failed.reason === 'missing' ? 'missing' : 'invalid',
    message: messages[failed.reason](failed),
  },
]

const messages = {
  missing: () => 'Enter a case number',
  'no number': () => 'Case number must be a number, such as 1001',
  unknown: ({ typed }: FailedSearch) => `There is no case ${typed} that you may see`,
} as const

/** Examples of the page, by what they show. */
export const openCaseExamples: Examples<typeof openCaseView> = {
  'nothing typed': [{ typed: '', reason: 'missing' }],
  'something else typed': [{ typed: '<abc>', reason: 'no number' }],
  'a number that no case has': [{ typed: '9'.repeat(100), reason: 'unknown' }],
}
