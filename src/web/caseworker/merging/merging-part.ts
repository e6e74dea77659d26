import { button } from '#web/components/button.ts'
import { csrfField } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import type { PapersOfMerged, ShownMerge } from './shown-merging.ts'

/** The part of a case's page with the cases that it was merged with. */
export const mergingPart = (merges: readonly ShownMerge[], csrfToken: string): Html | false =>
  merges.length > 0 &&
  html`<h2 class="govuk-heading-m">Merged cases</h2>
    <ul class="govuk-list">
      ${merges.map((merge) => html`<li class="app-entry">${mergeEntry(merge, csrfToken)}</li>`)}
    </ul>`

const mergeEntry = (merge: ShownMerge, csrfToken: string): Html =>
  html`<p class="govuk-body app-entry__text">${whichWay(merge)}</p>
    <p class="govuk-body-s app-entry__text">${merge.told}</p>
    ${
      merge.undoAddress !== undefined &&
      html`<form action="${merge.undoAddress}" method="post" novalidate>
        ${csrfField(csrfToken)}
        ${button({
          html: html`Undo merging<span class="govuk-visually-hidden">
              with case ${merge.caseNumber}</span
            >`,
          classes: 'govuk-button--secondary app-entry__button',
          preventDoubleClick: true,
        })}
      </form>`
    }`

const whichWay = ({ isIntoOther, caseNumber, href }: ShownMerge): Html => {
  const other =
    href === undefined
      ? html`another case`
      : html`<a class="govuk-link" href="${href}">case ${caseNumber}</a>`
  return isIntoOther
    ? html`This case was merged into ${other}, and goes on there.`
    : html`Merged into this one: ${other}`
}

/** What came with the cases that were merged into one, each under the number of its own. */
export const fromMerged = (
  merged: readonly PapersOfMerged[],
  entries: (papers: PapersOfMerged) => readonly Html[],
): readonly Html[] =>
  merged.flatMap((papers) => {
    const shown = entries(papers)
    if (shown.length === 0) return []
    return [
      html`<h2 class="govuk-heading-m">
          From <a class="govuk-link" href="${papers.href}">case ${papers.caseNumber}</a>, merged
          into this one
        </h2>
        <ul class="govuk-list">
          ${shown.map((entry) => html`<li>${entry}</li>`)}
        </ul>`,
    ]
  })

/** The documents and letters of a case that was merged into another. */
export const paperEntries = ({ papers }: PapersOfMerged): readonly Html[] =>
  papers.map(
    ({ name, href, told }) =>
      html`<p class="govuk-body app-entry__text">
        ${href === undefined ? name : html`<a class="govuk-link" href="${href}" rel="noreferrer noopener">${name}</a>`}<br />${told}
      </p>`,
  )
