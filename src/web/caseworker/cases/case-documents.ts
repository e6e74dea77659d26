import { button } from '#web/components/button.ts'
import { tag } from '#web/components/tag.ts'
import { csrfField } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dateAndTime } from '#web/layout/times.ts'
import type { ShownDocument } from './shown-case.ts'

/** The part of a case's page with its files, and why one could not be retrieved (contract 6.0.3). */
export const documentsPart = (documents: readonly ShownDocument[], csrfToken: string): Html =>
  html`<h2 class="govuk-heading-m" id="documents">Documents</h2>
    ${
      documents.length > 0
        ? html`<ul class="govuk-list">
            ${documents.map(
              (document) => html`<li class="app-entry">${documentEntry(document, csrfToken)}</li>`,
            )}
          </ul>`
        : html`<p class="govuk-body">There are no documents on this case.</p>`
    }`

const documentEntry = (document: ShownDocument, csrfToken: string): Html =>
  html`<h3 class="govuk-heading-s app-entry__heading app-entry__text">${nameOf(document)}</h3>
    <p class="govuk-body-s app-entry__text">
      ${document.category !== undefined && `${document.category}, `}${
        document.size !== undefined && `${document.size}, `
      }added
      on
      <time datetime="${document.addedAt.toISOString()}">${dateAndTime(document.addedAt)}</time>
    </p>
    <p class="govuk-body">
      ${tag({ text: document.standing.text, classes: `govuk-tag--${document.standing.colour}` })}
    </p>
    ${
      document.failure !== undefined &&
      html`<p class="govuk-body app-entry__text">${document.failure}</p>`
    }
    ${document.retryAddress !== undefined && retryForm(document.name, document.retryAddress, csrfToken)}`

const nameOf = ({ name, href }: ShownDocument): Html =>
  href === undefined
    ? html`${name}`
    : html`<a class="govuk-link" href="${href}" rel="noreferrer noopener">${name}</a>`

const retryForm = (name: string, address: string, csrfToken: string): Html =>
  html`<form action="${address}" method="post" novalidate>
    ${csrfField(csrfToken)}
    ${button({
      html: html`Try again<span class="govuk-visually-hidden"> to retrieve ${name}</span>`,
      classes: 'govuk-button--secondary app-entry__button',
      preventDoubleClick: true,
    })}
  </form>`
