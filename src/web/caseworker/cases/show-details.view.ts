import { button } from '#web/components/button.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { summaryList } from '#web/components/summary-list.ts'
import { accountLink, type AccountLine } from '#web/caseworker/accounts/account-link.ts'
import { partyRecordPart } from '#web/caseworker/people/party-record.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import type { ShownAnswer, ShownPerson } from './shown-case.ts'

/** What the page shows of what a case is about. */
export type ShownDetails = {
  readonly caseNumber: string
  readonly banner: string | undefined
  readonly answers: readonly ShownAnswer[]
  /** Where the answers are changed, for those who may. */
  readonly changeAddress: string | undefined
  readonly people: readonly ShownPerson[]
  readonly account: AccountLine | undefined
  /** Where the account is changed, for those who may. */
  readonly accountAddress: string | undefined
}

/** The page with what a case is about, its form as far as it was filled in, and who takes part in it. */
export const showDetailsView: View<ShownDetails> = ({ caseNumber, banner, ...details }) => ({
  title: `Details: case ${caseNumber}`,
  content: html`${banner !== undefined && notificationBanner({ text: banner, type: 'success' })}
    <h1 class="govuk-heading-l">Details</h1>
    ${details.answers.length > 0 ? answerList(details.answers) : noAnswers}
    ${details.changeAddress !== undefined && button({ text: 'Change details', href: details.changeAddress })}
    <h2 class="govuk-heading-m">People</h2>
    ${details.people.length > 0 ? details.people.map(personEntry) : noPeople}
    <h2 class="govuk-heading-m">Account</h2>
    <p class="govuk-body">
      ${details.account ? accountLink(details.account) : 'This case concerns no account.'}
    </p>
    ${
      details.accountAddress !== undefined &&
      html`<p class="govuk-body">
        <a class="govuk-link" href="${details.accountAddress}">Change the account</a>
      </p>`
    }`,
})

const answerList = (answers: readonly ShownAnswer[]): Html =>
  summaryList({ rows: answers.map(({ question, answer }) => row(question, answer)) })

const noAnswers = html`<p class="govuk-body">No details were given.</p>`

const personEntry = ({ role, known, record }: ShownPerson): Html =>
  html`<h3 class="govuk-heading-s">${role}</h3>
    ${
      known.length > 0
        ? summaryList({ rows: known.map(({ what, text }) => row(what, text)) })
        : html`<p class="govuk-body">No name or contact details were given.</p>`
    }
    ${record && partyRecordPart(record)}`

const noPeople = html`<p class="govuk-body">There are no people on this case.</p>`

const row = (key: string, text: string) => ({
  key: { text: key },
  // around the text alone: line breaks count in there
  value: { html: html`<div class="app-answer">${text}</div>` },
})

const bare: ShownDetails = {
  caseNumber: '1001',
  banner: undefined,
  answers: [],
  changeAddress: undefined,
  people: [],
  account: undefined,
  accountAddress: undefined,
}

/** Examples of the page, by what they show. */
export const showDetailsExamples: Examples<View<ShownDetails>> = {
  'a case of which nothing is known': [bare],
  'a case of which much is known, just changed': [
    {
      ...bare,
      banner: 'Details saved',
      changeAddress: '/cases/1001/details/change',
      account: { text: 'RENT <77>', href: '/accounts/1' },
      accountAddress: '/cases/1001/account',
      answers: [
        {
          question: 'What happened, in your own words, and what would you like to be done about it',
          answer: 'The <bin> was not emptied.\n\nIt happened again on Tuesday.\n' + 'x'.repeat(300),
        },
        { question: 'When did it happen', answer: '3 July 2026 at 9:30am' },
        { question: 'q'.repeat(200), answer: 'Yes' },
      ],
      people: [
        {
          role: 'Customer',
          known: [
            { what: 'Name', text: 'Mrs Anwen O’Neill & Son' },
            { what: 'Address', text: '1 High Street\nFlat 2\nLeeds\nLS1 1AA' },
            { what: 'Email', text: `${'a'.repeat(200)}@example.org` },
            { what: 'Phone', text: '0113 496 0123' },
          ],
          record: {
            name: 'Mrs Anwen O’Neill & Son',
            address: '/people/1',
            alerts: [{ what: 'Visit in <pairs>', text: 'A dog' }],
          },
        },
        { role: 'Witness 1', known: [] },
      ],
    },
  ],
}
