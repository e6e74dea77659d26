import { button } from '#web/components/button.ts'
import { tag } from '#web/components/tag.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dateAndTime } from '#web/layout/times.ts'
import type { ShownCase, ShownNote } from './shown-case.ts'

/** The part of a case's page with its notes. */
export const notesPart = ({ addNoteAddress, notes }: ShownCase): Html =>
  html`<h2 class="govuk-heading-m">Notes</h2>
    ${addNoteAddress !== undefined && addNoteButton(addNoteAddress)}
    ${notes.length > 0 ? noteList(notes) : noNotes}`

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
