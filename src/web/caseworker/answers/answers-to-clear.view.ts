import { table } from '#web/components/table.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dateAndTime } from '#web/layout/times.ts'

/** An answer that waits for the reader, as the list shows it. */
export type AnswerToClear = {
  readonly caseNumber: string
  readonly caseType: string
  readonly address: string
  readonly name: string
  readonly step: string
  readonly standsInFor: string | undefined
  readonly waitsSince: Date
}

/** The list of answers that wait for the reader. */
export type AnswersToClear = {
  readonly answers: readonly AnswerToClear[]
  readonly hasMore: boolean
}

/** The list of answers that wait for the reader to clear them. */
export const answersToClearView: View<AnswersToClear> = ({ answers, hasMore }) => ({
  title: 'Answers to clear',
  back: { href: '/', text: 'Back to casework' },
  content: html`<h1 class="govuk-heading-l" id="answers-to-clear">Answers to clear</h1>
    ${
      answers.length === 0
        ? html`<p class="govuk-body">No answer waits for you to clear it.</p>`
        : html`<p class="govuk-body">
              What waits for you or your team to clear it; what has waited longest comes first.
            </p>
            ${answerTable(answers)}`
    }
    ${hasMore && html`<p class="govuk-body">There are more: they are shown once these are done.</p>`}`,
})

const answerTable = (answers: readonly AnswerToClear[]): Html =>
  html`<div class="app-wide" tabindex="0" role="group" aria-labelledby="answers-to-clear">
    ${table({
      head: ['Answer', 'Case', 'Step', 'Waiting since'].map((text) => ({ text })),
      rows: answers.map((answer) => [
        { html: answerCell(answer) },
        { text: `${answer.caseNumber}, ${answer.caseType}` },
        { html: stepCell(answer) },
        { html: timeCell(answer.waitsSince) },
      ]),
    })}
  </div>`

const answerCell = ({ name, address, caseNumber }: AnswerToClear): Html =>
  html`<a class="govuk-link app-answer" href="${address}"
    >${name}<span class="govuk-visually-hidden">, case ${caseNumber}</span></a
  >`

const stepCell = ({ step, standsInFor }: AnswerToClear): Html =>
  html`${step}${standsInFor !== undefined && html`<br />Standing in for ${standsInFor}`}`

const timeCell = (time: Date): Html =>
  html`<time datetime="${time.toISOString()}">${dateAndTime(time)}</time>`

const one: AnswerToClear = {
  caseNumber: '1001',
  caseType: 'Complaint',
  address: '/cases/1001/answers',
  name: 'Answer 1: Reply to <Ms Hart>',
  step: 'Legal (Legal services)',
  standsInFor: undefined,
  waitsSince: new Date('2026-07-06T13:05:00Z'),
}

/** Examples of the page, by what they show. */
export const answersToClearExamples: Examples<View<AnswersToClear>> = {
  'nothing waits': [{ answers: [], hasMore: false }],
  'answers that wait': [
    {
      answers: [
        one,
        {
          ...one,
          caseNumber: '1002',
          name: `Answer 2: ${'A long title '.repeat(12)}`,
          standsInFor: 'Fox, Kay',
        },
      ],
      hasMore: false,
    },
  ],
  'more than the list holds': [{ answers: [one], hasMore: true }],
}
