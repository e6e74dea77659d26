import { newsOf } from '#web/caseworker/cases/case-news.ts'
import type { Banner, ShownDocument } from '#web/caseworker/cases/shown-case.ts'
import { button } from '#web/components/button.ts'
import { tag } from '#web/components/tag.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField } from '#web/layout/form-page.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dateAndTime } from '#web/layout/times.ts'
import type { ListAddress } from '#web/lists/list-address.ts'
import { clearedAddress, filterOf, selectedIn } from '#web/lists/list-filter.ts'
import type { FilterGroup, List } from '#web/lists/list.ts'
import { fromMerged, paperEntries } from '#web/caseworker/merging/merging-part.ts'
import type { PapersOfMerged } from '#web/caseworker/merging/shown-merging.ts'
import { releasedMark } from './released-mark.ts'

/** What the page shows of a case's files. */
export type ShownDocuments = {
  readonly caseNumber: string
  readonly at: ListAddress
  readonly filters: readonly FilterGroup[]
  readonly banner: Banner | undefined
  readonly csrfToken: string
  /** Where documents are added, for those who may. */
  readonly addAddress: string | undefined
  readonly documents: readonly ShownDocument[]
  /** The documents and letters of cases that were merged into this one. */
  readonly merged: readonly PapersOfMerged[]
}

/** The page with a case's files, and why one could not be retrieved (contract 6.0.3). */
export const showDocumentsView: View<ShownDocuments> = (model) => {
  const isNarrowed = selectedIn(model.filters, model.at).length > 0
  return {
    title: `Documents: case ${model.caseNumber}`,
    content: html`${model.banner && newsOf(model.banner)}
      <h1 class="govuk-heading-l">Documents</h1>
      ${model.addAddress !== undefined && addButton(model.addAddress)}
      ${
        model.documents.length === 0 && !isNarrowed
          ? html`<p class="govuk-body">There are no documents on this case.</p>`
          : html`<div class="app-list">
              <div class="app-list__filter">${filterOf(listOf(model), model.at)}</div>
              <div class="app-list__content">${entries(model)}</div>
            </div>`
      }
      ${fromMerged(model.merged, paperEntries)}`,
  }
}

const listOf = ({ filters, documents }: ShownDocuments): List<ShownDocument> => ({
  caption: 'Documents',
  columns: [],
  filters,
  rows: documents,
  results: `${documents.length} documents`,
  next: undefined,
  empty: 'There are no documents on this case.',
})

const entries = (model: ShownDocuments): Html =>
  model.documents.length === 0
    ? html`<p class="govuk-body">
        Nothing matches what you have chosen.
        <a class="govuk-link" href="${clearedAddress(listOf(model), model.at)}">Clear filters</a>
        to see all documents.
      </p>`
    : html`<ul class="govuk-list">
        ${model.documents.map(
          (document) =>
            html`<li class="app-entry ${document.isReleased && 'app-note--customer'}">
              ${documentEntry(document, model.csrfToken)}
            </li>`,
        )}
      </ul>`

const addButton = (href: string): Html =>
  button({ text: 'Add documents', href, classes: 'govuk-button--secondary' })

const documentEntry = (document: ShownDocument, csrfToken: string): Html =>
  html`<h2 class="govuk-heading-s app-entry__heading app-entry__text">
      <a class="govuk-link" href="${document.href}">${document.name}</a>
    </h2>
    <p class="govuk-body-s app-entry__text">
      ${document.category !== undefined && `${document.category}, `}${
        document.size !== undefined && `${document.size}, `
      }added
      on
      <time datetime="${document.addedAt.toISOString()}">${dateAndTime(document.addedAt)}</time>
      by ${document.addedBy}${document.versions > 1 && `, ${document.versions} versions`}
    </p>
    <p class="govuk-body">
      ${tag({ text: document.standing.text, classes: `govuk-tag--${document.standing.colour}` })}
      ${document.isReleased && releasedMark()}
    </p>
    ${
      document.failure !== undefined &&
      html`<p class="govuk-body app-entry__text">${document.failure}</p>`
    }
    ${document.retryAddress !== undefined && retryForm(document.name, document.retryAddress, csrfToken)}`

const retryForm = (name: string, address: string, csrfToken: string): Html =>
  html`<form action="${address}" method="post" novalidate>
    ${csrfField(csrfToken)}
    ${button({
      html: html`Try again<span class="govuk-visually-hidden"> to retrieve ${name}</span>`,
      classes: 'govuk-button--secondary app-entry__button',
      preventDoubleClick: true,
    })}
  </form>`

const missing: ShownDocument = {
  name: 'a-very-long-name-that-does-not-break-anywhere-at-all-and-goes-on-and-on-<plan>.pdf',
  href: '/cases/1001/documents/D7',
  category: 'Evidence & photographs',
  size: undefined,
  addedAt: new Date('2026-07-06T08:30:00Z'),
  addedBy: 'Website',
  versions: 1,
  isReleased: false,
  standing: { text: 'Not retrieved', colour: 'red' },
  failure: 'The server files.example.org did not answer.',
  retryAddress: '/cases/1001/documents/D7/retry',
}

const stored: ShownDocument = {
  ...missing,
  name: 'Response.pdf',
  href: '/cases/1001/documents/D8',
  size: '4.2 MB',
  addedBy: 'Okafor, Ife',
  versions: 3,
  isReleased: true,
  standing: { text: 'Stored', colour: 'green' },
  failure: undefined,
  retryAddress: undefined,
}

const bare: ShownDocuments = {
  caseNumber: '1001',
  at: { path: '/cases/1001/documents', query: {} },
  filters: [
    {
      name: 'SeenBy',
      heading: 'Who can see it',
      isOne: true,
      choices: [
        { value: 'customer', text: 'The customer too' },
        { value: 'staff', text: 'Staff only' },
      ],
    },
  ],
  banner: undefined,
  csrfToken: 'example',
  addAddress: '/cases/1001/documents/new',
  documents: [],
  merged: [],
}

const documents: readonly ShownDocument[] = [
  missing,
  stored,
  { ...stored, name: 'Waiting', standing: { text: 'Waiting to be retrieved', colour: 'yellow' } },
  { ...stored, name: 'Kept', standing: { text: 'Kept as a link', colour: 'grey' } },
]

/** Examples of the page, by what they show. */
export const showDocumentsExamples: Examples<View<ShownDocuments>> = {
  'a case without documents': [bare],
  'documents that came, wait and did not come, and those of a merged case': [
    {
      ...bare,
      documents,
      merged: [
        {
          caseNumber: '1002',
          href: '/cases/1002',
          notes: [],
          papers: [
            { name: 'Plan <2>.pdf', href: '/documents/D9', told: 'added on 6 July 2026' },
            { name: 'Reply', href: undefined, told: 'Letter by Okafor, Ife, 7 July 2026' },
          ],
        },
      ],
    },
  ],
  'nothing that matches what was chosen': [
    { ...bare, at: { ...bare.at, query: { SeenBy: ['customer'] } } },
  ],
  'a document that did not come again': [
    { ...bare, documents, banner: { text: 'plan.pdf could not be retrieved', isSuccess: false } },
  ],
  'documents that somebody may only look at': [
    { ...bare, addAddress: undefined, documents: [{ ...missing, retryAddress: undefined }] },
  ],
}
