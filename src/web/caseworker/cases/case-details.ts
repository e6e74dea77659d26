import { summaryList } from '#web/components/summary-list.ts'
import { partyRecordPart } from '#web/caseworker/people/party-record.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import type { ShownAnswer, ShownCase, ShownPerson } from './shown-case.ts'

/** The part of a case's page that tells what the case is about: its form, as far as it was filled in. */
export const detailsPart = ({ answers, detailsAddress }: ShownCase): Html =>
  html`<h2 class="govuk-heading-m">Details</h2>
    ${answers.length > 0 ? answerList(answers) : noAnswers}
    ${detailsAddress !== undefined && changeLink(detailsAddress)}`

const changeLink = (address: string): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="${address}">Change details</a></p>`

const answerList = (answers: readonly ShownAnswer[]): Html =>
  summaryList({ rows: answers.map(({ question, answer }) => row(question, answer)) })

const noAnswers = html`<p class="govuk-body">No details were given.</p>`

/** The part of a case's page with those who take part, and how to reach them. */
export const peoplePart = ({ people }: ShownCase): Html =>
  html`<h2 class="govuk-heading-m">People</h2>
    ${people.length > 0 ? people.map(personEntry) : noPeople}`

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
