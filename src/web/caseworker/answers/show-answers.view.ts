import { button } from '#web/components/button.ts'
import { details } from '#web/components/details.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { summaryList } from '#web/components/summary-list.ts'
import { tag } from '#web/components/tag.ts'
import { longText } from '#web/forms/case-form.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import type { ShownAnswer, ShownAnswers } from './shown-answers.ts'

/** The page with a case's answers. */
export const showAnswersView: View<ShownAnswers> = (model) => ({
  title: `Answers: case ${model.caseNumber}`,
  content: html`${
      model.banner !== undefined && notificationBanner({ text: model.banner, type: 'success' })
    }
    <h1 class="govuk-heading-l">Answers</h1>
    ${model.answers.length === 0 && html`<p class="govuk-body">No answer has been drafted yet.</p>`}
    ${model.answers.map(answerPart)}
    ${
      model.isClosed &&
      html`<p class="govuk-body">
        This case is closed. Reopen it to change its answers or to draft another.
      </p>`
    }
    ${model.draftAddress !== undefined && button({ text: 'Draft an answer', href: model.draftAddress })}`,
})

const answerPart = (answer: ShownAnswer): Html =>
  html`${summaryList({
    card: {
      title: {
        text: `Answer ${answer.number}: ${answer.title}`,
        headingLevel: 2,
        classes: 'app-entry__text',
      },
      actions: { items: answer.ways.map(({ text, href }) => ({ text, href })) },
    },
    rows: [
      { key: { text: 'State' }, value: { html: standingTag(answer) } },
      { key: { text: 'The answer' }, value: longText(answer.text) },
      ...answer.known.map(({ what, text }) => ({ key: { text: what }, value: longText(text) })),
      answer.earlier.length > 0 && {
        key: { text: 'Earlier versions' },
        value: { html: earlierVersions(answer) },
      },
    ],
  })}`

const standingTag = ({ standing: { text, colour } }: ShownAnswer): Html =>
  tag({ text, classes: `govuk-tag--${colour}` })

const earlierVersions = ({ earlier }: ShownAnswer): Html =>
  html`${earlier.map(({ heading, text }) => details({ summaryText: heading, ...longText(text) }))}`

const bare: ShownAnswers = {
  caseNumber: '1001',
  banner: undefined,
  isClosed: false,
  answers: [],
  draftAddress: '/cases/1001/answers/new',
}

const answer: ShownAnswer = {
  number: 1,
  title: 'Reply to <Ms Hart>',
  standing: { text: 'Being cleared', colour: 'blue' },
  text: `Dear Ms Hart,\nthank you.\n${'x'.repeat(300)}`,
  known: [
    { what: 'Written', text: 'Version 2, 6 July 2026 at 2:05pm by Okafor, Ife' },
    {
      what: 'Waits for',
      text: 'Legal (Legal services)\nYou can clear it, standing in for Fox, Kay.',
    },
    { what: 'Clearance of version 2', text: 'Legal and press, asked for today\nLegal: now' },
  ],
  earlier: [
    { heading: 'Version 1, 3 July 2026 at 9:00am by Okafor, Ife', text: 'Dear <Ms> Hart\nthanks' },
  ],
  ways: [
    { text: 'Clear', href: '/cases/1001/answers/1/clear' },
    { text: 'Return', href: '/cases/1001/answers/1/return' },
  ],
}

/** Examples of the page, by what they show. */
export const showAnswersExamples: Examples<View<ShownAnswers>> = {
  'a case without an answer': [bare],
  'answers that are being cleared and dropped': [
    {
      ...bare,
      banner: 'Answer saved',
      answers: [
        answer,
        {
          ...answer,
          number: 2,
          title: 'A title that is long '.repeat(8),
          standing: { text: 'Dropped', colour: 'grey' },
          known: [{ what: 'Dropped', text: 'Answered on the telephone' }],
          earlier: [],
          ways: [],
        },
      ],
    },
  ],
  'a closed case': [{ ...bare, isClosed: true, answers: [answer], draftAddress: undefined }],
}
