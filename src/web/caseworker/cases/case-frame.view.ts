import { identityBar } from '#web/components/identity-bar.ts'
import { subNavigation } from '#web/components/sub-navigation.ts'
import { tag } from '#web/components/tag.ts'
import { standing } from '#web/caseworker/deadlines/shown-deadlines.ts'
import type { Examples } from '#web/layout/examples.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import type { Page } from '#web/layout/layout.ts'
import type { CasePart, ShownHeader } from './shown-header.ts'

/** Frames a page of a case: above it stands which case it is, how it stands, who else has it open, and its pages. */
export const caseFrameView = (
  header: ShownHeader,
  part: CasePart | undefined,
  page: Page,
): Page => ({
  ...page,
  above: html`<section aria-label="About this case" class="app-case-header">
      ${identityBar({ title: { html: titleOf(header) } })}
      <div class="govuk-width-container">
        ${facts(header)} ${header.alerts.map(alertLine)} ${presence(header.others)}
      </div>
    </section>
    <div class="govuk-width-container">
      ${subNavigation({
        label: `Pages of case ${header.caseNumber}`,
        items: header.parts.map(({ name, text, href }) => ({ text, href, active: name === part })),
      })}
    </div>`,
})

const titleOf = ({ caseNumber, type, mainParty, isConfidential }: ShownHeader): Html =>
  html`Case ${caseNumber}: ${type}${mainParty !== undefined && `, ${mainParty}`}
  ${isConfidential && tag({ text: 'Confidential', classes: 'govuk-tag--red' })}`

const facts = (header: ShownHeader): Html =>
  html`<dl class="govuk-body app-facts">
    ${fact('Status', tag({ text: header.status }))}
    ${header.due && fact('Date', standing(header.due))} ${fact('Closed', header.closedOn)}
    ${fact('Rating', header.rating)} ${fact('With', header.holder)}
  </dl>`

const fact = (what: string, told: Html | string | undefined): Html | undefined =>
  told === undefined
    ? undefined
    : html`<div class="app-facts__fact">
        <dt class="app-facts__what">${what}</dt>
        <dd class="app-facts__told">${told}</dd>
      </div>`

const alertLine = (alert: string): Html =>
  html`<p class="govuk-body app-entry__text">
    ${tag({ text: 'Alert', classes: 'govuk-tag--red' })} ${alert}
  </p>`

const presence = (others: readonly string[]): Html | undefined => {
  if (others.length === 0) return undefined
  const names = new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(others)
  const verb = others.length === 1 ? 'has' : 'have'
  return html`<p class="govuk-body app-presence">${names} ${verb} this case open.</p>`
}

const bare: ShownHeader = {
  caseNumber: '1001',
  type: 'Complaint',
  status: 'New case',
  isConfidential: false,
  mainParty: undefined,
  due: undefined,
  closedOn: undefined,
  rating: undefined,
  holder: 'nobody',
  alerts: [],
  others: [],
  parts: [
    { name: 'overview', text: 'Overview', href: '/cases/1001' },
    { name: 'details', text: 'Details', href: '/cases/1001/details' },
  ],
}

const page: Page = {
  title: 'Details: case 1001',
  content: html`<h1 class="govuk-heading-l">Details</h1>
    <p class="govuk-body">No details were given.</p>`,
}

/** Examples of the frame, by what they show. */
export const caseFrameExamples: Examples<typeof caseFrameView> = {
  'a case of which little is known': [bare, 'overview', page],
  'a case with much to say, and two colleagues on it': [
    {
      ...bare,
      isConfidential: true,
      mainParty: `Mrs Anwen <O’Neill> ${'x'.repeat(200)}`,
      due: { mark: 'Due soon', summary: 'Due 6 July 2026, 3 working days left' },
      rating: 'High',
      holder: 'Caseworker, Bryn, Customer relations',
      alerts: [`Mrs Anwen <O’Neill>: visit in pairs, ${'x'.repeat(200)}`],
      others: ['Okafor, Ife', 'Hart, Jo'],
    },
    'details',
    page,
  ],
  'a case that is closed, on a page that none of its parts is': [
    { ...bare, status: 'Closed', closedOn: '6 July 2026', others: ['Okafor, Ife'] },
    undefined,
    page,
  ],
}
