import { button } from '#web/components/button.ts'
import { table } from '#web/components/table.ts'
import { tag } from '#web/components/tag.ts'
import { csrfField } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import type { ShownComplaint, ShownRemedy } from '#web/caseworker/complaint/shown-complaint.ts'

/** The part of a complaint's page with its remedies. */
export const remediesPart = ({ remedies, addRemedyAddress, csrfToken }: ShownComplaint): Html =>
  html`<h2 class="govuk-heading-m" id="remedies">Remedies</h2>
    ${
      remedies.length === 0
        ? html`<p class="govuk-body">There are no remedies yet.</p>`
        : remedyTable(remedies, csrfToken)
    }
    ${
      addRemedyAddress !== undefined &&
      button({
        text: 'Add a remedy',
        href: addRemedyAddress,
        classes: 'govuk-button--secondary',
      })
    }`

const remedyTable = (remedies: readonly ShownRemedy[], csrfToken: string): Html =>
  html`<div class="app-wide" tabindex="0" role="group" aria-labelledby="remedies">
    ${table({
      head: ['Remedy', 'Due', 'Who sees to it', 'Cost', 'State', 'Change'].map((text) => ({
        text,
      })),
      firstCellIsHeader: true,
      rows: remedies.map((remedy) => [
        { html: whatCell(remedy) },
        { html: dueCell(remedy) },
        { text: remedy.owner },
        { text: remedy.cost ?? 'None' },
        { html: stateCell(remedy) },
        { html: changeCell(remedy, csrfToken) },
      ]),
    })}
  </div>`

const whatCell = ({ number, what, description }: ShownRemedy): Html =>
  html`${number}. ${what}<br /><span class="app-answer govuk-!-font-weight-regular"
      >${description}</span
    >`

/** A due date, marked where it has passed. */
export const dueCell = ({ due, isLate }: Pick<ShownRemedy, 'due' | 'isLate'>): Html =>
  html`${due}${isLate && html` ${tag({ text: 'Late', classes: 'govuk-tag--red' })}`}`

const stateCell = ({ standing, outcome }: ShownRemedy): Html =>
  html`${tag({ text: standing.text, classes: `govuk-tag--${standing.colour}` })}
  ${outcome !== undefined && html`<p class="app-answer">${outcome}</p>`}`

const changeCell = (remedy: ShownRemedy, csrfToken: string): Html => {
  if (remedy.reopenAddress !== undefined) return reopenForm(remedy, remedy.reopenAddress, csrfToken)
  return html`<ul class="govuk-list">
    ${remedy.ways.map(
      ({ text, href }) =>
        html`<li>
          <a class="govuk-link" href="${href}">${text}${aboutRemedy(remedy)}</a>
        </li>`,
    )}
  </ul>`
}

const reopenForm = (remedy: ShownRemedy, address: string, csrfToken: string): Html =>
  html`<form action="${address}" method="post" novalidate>
    ${csrfField(csrfToken)}
    ${button({
      html: html`Reopen${aboutRemedy(remedy)}`,
      classes: 'govuk-button--secondary',
      preventDoubleClick: true,
    })}
  </form>`

const aboutRemedy = ({ number }: ShownRemedy): Html =>
  html`<span class="govuk-visually-hidden"> (remedy ${number})</span>`
