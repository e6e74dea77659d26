import { button } from '#web/components/button.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { summaryList } from '#web/components/summary-list.ts'
import { tag } from '#web/components/tag.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dateAndTime } from '#web/layout/times.ts'

/** A note as the page shows it. */
export type ShownNote = {
  readonly kind: string
  readonly author: string
  readonly addedAt: Date
  readonly text: string
  readonly isShownToCustomer: boolean
}

/** What the page of a case shows; notes come newest first. */
export type ShowCase = {
  readonly caseNumber: string
  readonly type: string
  readonly status: string
  readonly mainParty: string | undefined
  readonly addNoteAddress: string | undefined
  readonly notes: readonly ShownNote[]
  readonly banner: string | undefined
}

/** The page of a case. */
export const showCaseView: View<ShowCase> = (theCase) => ({
  title: `Case ${theCase.caseNumber}`,
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${theCase.banner && notificationBanner({ type: 'success', text: theCase.banner })}
      <span class="govuk-caption-l">${theCase.type}</span>
      <h1 class="govuk-heading-l">Case ${theCase.caseNumber}</h1>
      ${caseSummary(theCase)}
      <h2 class="govuk-heading-m">Notes</h2>
      ${theCase.addNoteAddress && addNoteButton(theCase.addNoteAddress)}
      ${theCase.notes.length > 0 ? noteList(theCase.notes) : noNotes}
    </div>
  </div>`,
})

const caseSummary = (theCase: ShowCase): Html =>
  summaryList({
    rows: [
      { key: { text: 'Type' }, value: { text: theCase.type } },
      { key: { text: 'Status' }, value: { html: tag({ text: theCase.status }) } },
      theCase.mainParty !== undefined && {
        key: { text: 'Main party' },
        value: { text: theCase.mainParty },
      },
    ],
  })

const addNoteButton = (href: string): Html =>
  button({ text: 'Add a note', href, classes: 'govuk-button--secondary' })

const noNotes = html`<p class="govuk-body">There are no notes on this case.</p>`

const noteList = (notes: readonly ShownNote[]): Html =>
  html`<ol class="govuk-list">
    ${notes.map((note) => html`<li>${noteEntry(note)}</li>`)}
  </ol>`

const noteEntry = (note: ShownNote): Html =>
  html`<article class="app-note ${note.isShownToCustomer && 'app-note--customer'}">
    <h3 class="govuk-heading-s app-note__heading">${note.kind}, by ${note.author}</h3>
    <p class="govuk-body-s">
      <time datetime="${note.addedAt.toISOString()}">${dateAndTime(note.addedAt)}</time>
    </p>
    ${
      note.isShownToCustomer &&
      html`<p>${tag({ text: 'The customer can see this', classes: 'govuk-tag--purple' })}</p>`
    }
    <p class="govuk-body app-note__text">${note.text}</p>
  </article>`

const bare: ShowCase = {
  caseNumber: '1001',
  type: 'Complaint',
  status: 'Open',
  mainParty: undefined,
  addNoteAddress: '/cases/1001/notes/new',
  notes: [],
  banner: undefined,
}

/** Examples of the page, by what they show. */
export const showCaseExamples: Examples<View<ShowCase>> = {
  'a case without notes': [bare],
  'a case just given a note': [
    {
      ...bare,
      mainParty: 'Mrs Anwen O’Neill & Son',
      banner: 'Note added',
      notes: [
        {
          kind: 'Telephone call',
          author: 'Bryn Caseworker',
          addedAt: new Date('2026-07-06T13:05:00Z'),
          text: 'Rang the customer.\nThey will send <photographs>.',
          isShownToCustomer: true,
        },
        {
          kind: 'General',
          author: 'Web form',
          addedAt: new Date('2026-07-03T08:30:00Z'),
          text: 'https://example.org/a-very-long-address/that-does-not-break/anywhere/at/all/and/goes/on/and/on',
          isShownToCustomer: false,
        },
      ],
    },
  ],
}
