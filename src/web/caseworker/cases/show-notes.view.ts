import { button } from '#web/components/button.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { tag } from '#web/components/tag.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dateAndTime } from '#web/layout/times.ts'
import { fromMerged } from '#web/caseworker/merging/merging-part.ts'
import type { PapersOfMerged } from '#web/caseworker/merging/shown-merging.ts'
import type { ShownNote } from './shown-case.ts'

/** What the page shows of a case's notes, the newest first. */
export type ShownNotes = {
  readonly caseNumber: string
  readonly banner: string | undefined
  readonly addNoteAddress: string | undefined
  readonly notes: readonly ShownNote[]
  /** Those of cases that were merged into this one. */
  readonly merged: readonly PapersOfMerged[]
}

/** The page with a case's notes. */
export const showNotesView: View<ShownNotes> = ({
  caseNumber,
  banner,
  addNoteAddress,
  ...model
}) => ({
  title: `Notes: case ${caseNumber}`,
  content: html`${banner !== undefined && notificationBanner({ text: banner, type: 'success' })}
    <h1 class="govuk-heading-l">Notes</h1>
    ${addNoteAddress !== undefined && addNoteButton(addNoteAddress)}
    ${model.notes.length > 0 ? noteList(model.notes) : noNotes}
    ${fromMerged(model.merged, ({ notes }) => notes.map((note) => noteEntry(note, 3)))}`,
})

const addNoteButton = (href: string): Html =>
  button({ text: 'Add a note', href, classes: 'govuk-button--secondary' })

const noNotes = html`<p class="govuk-body">There are no notes on this case.</p>`

const noteList = (notes: readonly ShownNote[]): Html =>
  html`<ol class="govuk-list">
    ${notes.map((note) => html`<li>${noteEntry(note, 2)}</li>`)}
  </ol>`

const noteEntry = (note: ShownNote, level: 2 | 3): Html =>
  html`<article class="app-note ${note.isShownToCustomer && 'app-note--customer'}">
    ${headed(level, `${note.kind}, by ${note.author}`)}
    <p class="govuk-body-s">
      <time datetime="${note.addedAt.toISOString()}">${dateAndTime(note.addedAt)}</time>
    </p>
    ${
      note.isShownToCustomer &&
      html`<p>${tag({ text: 'The customer can see this', classes: 'govuk-tag--purple' })}</p>`
    }
    <p class="govuk-body app-note__text">${note.text}</p>
  </article>`

const headed = (level: 2 | 3, text: string): Html =>
  level === 2
    ? html`<h2 class="govuk-heading-s app-note__heading">${text}</h2>`
    : html`<h3 class="govuk-heading-s app-note__heading">${text}</h3>`

const bare: ShownNotes = {
  caseNumber: '1001',
  banner: undefined,
  addNoteAddress: '/cases/1001/notes/new',
  notes: [],
  merged: [],
}

/** Examples of the page, by what they show. */
export const showNotesExamples: Examples<View<ShownNotes>> = {
  'a case without notes': [bare],
  'a case just given a note': [
    {
      ...bare,
      banner: 'Note added',
      merged: [
        {
          caseNumber: '1002',
          href: '/cases/1002',
          notes: [
            {
              kind: 'General',
              author: 'Okafor, Ife',
              addedAt: new Date('2026-07-02T08:30:00Z'),
              text: 'Sent twice',
              isShownToCustomer: false,
            },
          ],
          papers: [],
        },
      ],
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
  'a case whose notes somebody may only read': [{ ...bare, addNoteAddress: undefined }],
}
