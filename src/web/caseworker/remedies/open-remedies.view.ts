import { pagination } from '#web/components/pagination.ts'
import { table } from '#web/components/table.ts'
import { tag } from '#web/components/tag.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dueCell } from './remedies-part.ts'

/** An open remedy of some case, as the list shows it. */
export type OpenRemedy = {
  readonly caseNumber: string
  readonly address: string
  readonly isCaseClosed: boolean
  readonly what: string
  readonly description: string
  readonly due: string
  readonly isLate: boolean
  readonly owner: string
  readonly cost: string | undefined
}

/** A page of the list of all open remedies; the ways on and back to the start where there are any. */
export type OpenRemedies = {
  readonly remedies: readonly OpenRemedy[]
  readonly nextAddress: string | undefined
  readonly startAddress: string | undefined
}

/** The list of all open remedies. */
export const openRemediesView: View<OpenRemedies> = ({ remedies, nextAddress, startAddress }) => ({
  title: 'Open remedies',
  back: { href: '/', text: 'Back to my work' },
  content: html`<h1 class="govuk-heading-l" id="open-remedies">Open remedies</h1>
    ${
      remedies.length === 0
        ? html`<p class="govuk-body">No remedy is open${startAddress && ' from here on'}.</p>`
        : html`<p class="govuk-body">
              What has been promised and is not done yet; the earliest due comes first.
            </p>
            ${remedyTable(remedies)}`
    }
    ${
      (nextAddress !== undefined || startAddress !== undefined) &&
      pagination({
        landmarkLabel: 'Pages of open remedies',
        previous: { text: 'Back to the start', href: startAddress },
        next: { text: 'Next page', href: nextAddress },
      })
    }`,
})

const remedyTable = (remedies: readonly OpenRemedy[]): Html =>
  html`<div class="app-wide" tabindex="0" role="group" aria-labelledby="open-remedies">
    ${table({
      head: ['Due', 'Case', 'Remedy', 'Who sees to it', 'Cost'].map((text) => ({ text })),
      rows: remedies.map((remedy) => [
        { html: dueCell(remedy) },
        { html: caseCell(remedy) },
        { html: whatCell(remedy) },
        { text: remedy.owner },
        { text: remedy.cost ?? 'None' },
      ]),
    })}
  </div>`

const caseCell = ({ caseNumber, address, isCaseClosed }: OpenRemedy): Html =>
  html`<a class="govuk-link" href="${address}"
      ><span class="govuk-visually-hidden">Case </span>${caseNumber}</a
    >${isCaseClosed && html` ${tag({ text: 'Closed', classes: 'govuk-tag--grey' })}`}`

const whatCell = ({ what, description }: OpenRemedy): Html =>
  html`${what}<br /><span class="app-answer">${description}</span>`

const one: OpenRemedy = {
  caseNumber: '1001',
  address: '/cases/1001/complaint',
  isCaseClosed: false,
  what: 'Payment',
  description: 'For the <carpet>',
  due: '21 July 2026',
  isLate: true,
  owner: 'Okafor, Ife',
  cost: '£1,180.25 expected',
}
const other: OpenRemedy = {
  ...one,
  caseNumber: '1002',
  isCaseClosed: true,
  what: 'Apology',
  description: 'x'.repeat(200),
  isLate: false,
  cost: undefined,
}

/** Examples of the page, by what they show. */
export const openRemediesExamples: Examples<View<OpenRemedies>> = {
  'nothing open': [{ remedies: [], nextAddress: undefined, startAddress: undefined }],
  'the only page': [{ remedies: [one, other], nextAddress: undefined, startAddress: undefined }],
  'a page between others': [
    {
      remedies: [one],
      nextAddress: '/remedies/after/2026-07-21.1001.1',
      startAddress: '/remedies',
    },
  ],
  'nothing from here on': [{ remedies: [], nextAddress: undefined, startAddress: '/remedies' }],
}
