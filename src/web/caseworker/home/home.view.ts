import { button } from '#web/components/button.ts'
import { input } from '#web/components/input.ts'
import { answersToClearAddress } from '#web/caseworker/answers/addresses.ts'
import { openRemediesAddress } from '#web/caseworker/complaint/addresses.ts'
import type { Examples } from '#web/layout/examples.ts'
import { flawSummary, formTitle, messageOf } from '#web/layout/form-page.ts'
import type { Form } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'

/** What was typed to open a case, and why that opens none. */
export type FailedSearch = {
  readonly typed: string
  readonly reason: 'missing' | 'no number' | 'unknown'
}

/** Where else somebody can go from here; how many answers wait for them, where they may clear any. */
export type HomeWays = {
  readonly mayListRemedies: boolean
  readonly toClear: { readonly count: number; readonly hasMore: boolean } | undefined
}

/** The page on which somebody lands after signing in: the way to a case by its number. */
export const homeView = ({ mayListRemedies, toClear }: HomeWays, failed?: FailedSearch): Page => {
  const form = { flaws: flawsOf(failed) }
  return {
    title: formTitle('Casework', form),
    content: html`${flawSummary(form)}
      <h1 class="govuk-heading-l">Casework</h1>
      <form action="/cases" method="get" novalidate>
        ${input({
          name: 'CaseId',
          label: { text: 'Case number', classes: 'govuk-label--m' },
          classes: 'govuk-input--width-10',
          value: failed?.typed,
          errorMessage: messageOf(form, 'CaseId'),
          inputmode: 'numeric',
          autocomplete: 'off',
          spellcheck: false,
        })}
        ${button({ text: 'Open case' })}
      </form>
      <p class="govuk-body">
        <a class="govuk-link" href="/calculator">Work out a deadline</a>
      </p>
      ${mayListRemedies && remediesLink} ${toClear && toClearLink(toClear)}`,
  }
}

const remediesLink = html`<p class="govuk-body">
  <a class="govuk-link" href="${openRemediesAddress}">Open remedies</a>
</p>`

const toClearLink = ({ count, hasMore }: NonNullable<HomeWays['toClear']>): Html =>
  html`<p class="govuk-body">
    <a class="govuk-link" href="${answersToClearAddress}"
      >Answers waiting for me to clear: ${count}${hasMore && ' or more'}</a
    >
  </p>`

const flawsOf = (failed: FailedSearch | undefined): Form['flaws'] => {
  if (!failed) return []
  const kind = failed.reason === 'missing' ? 'missing' : 'invalid'
  return [{ parameter: 'CaseId', kind, message: messages[failed.reason](failed) }]
}

const messages = {
  missing: () => 'Enter a case number',
  'no number': () => 'Case number must be a number, such as 1001',
  unknown: ({ typed }: FailedSearch) => `There is no case ${typed} that you may see`,
} as const

const ways: HomeWays = { mayListRemedies: true, toClear: { count: 0, hasMore: false } }

/** Examples of the page, by what they show. */
export const homeExamples: Examples<typeof homeView> = {
  'after signing in': [{ mayListRemedies: true, toClear: { count: 2, hasMore: false } }],
  'for somebody who may neither see remedies nor clear answers': [
    { mayListRemedies: false, toClear: undefined },
  ],
  'many answers to clear': [{ mayListRemedies: true, toClear: { count: 200, hasMore: true } }],
  'nothing typed': [ways, { typed: '', reason: 'missing' }],
  'something else typed': [ways, { typed: '<abc>', reason: 'no number' }],
  'a number that no case has': [ways, { typed: '9'.repeat(100), reason: 'unknown' }],
}
