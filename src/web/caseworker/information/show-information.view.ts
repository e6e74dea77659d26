import { button } from '#web/components/button.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { summaryList } from '#web/components/summary-list.ts'
import { warningText } from '#web/components/warning-text.ts'
import { longText } from '#web/forms/case-form.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import type { ShownInformation, ShownItem, ShownSection } from './shown-information.ts'

/** The page with what is kept of a request for information. */
export const showInformationView: View<ShownInformation> = (model) => ({
  title: `Request for information: case ${model.caseNumber}`,
  content: html`${
      model.banner !== undefined && notificationBanner({ text: model.banner, type: 'success' })
    }
    <h1 class="govuk-heading-l">Request for information</h1>
    ${
      model.isOverLimit &&
      warningText({
        text: 'The cost is expected to be over the limit.',
        iconFallbackText: 'Warning',
      })
    }
    ${lackingPart(model)} ${model.sections.map(sectionPart)}`,
})

const lackingPart = ({ lacking }: ShownInformation): Html =>
  lacking.length === 0
    ? html`<p class="govuk-body">Every part is decided: an answer may be sent.</p>`
    : html`<h2 class="govuk-heading-m">Before an answer may be sent</h2>
        <ul class="govuk-list govuk-list--bullet">
          ${lacking.map((sentence) => html`<li>${sentence}</li>`)}
        </ul>`

const sectionPart = ({ heading, summary, none, items, add }: ShownSection): Html =>
  html`<h2 class="govuk-heading-m">${heading}</h2>
    ${summary.map((sentence) => html`<p class="govuk-body">${sentence}</p>`)}
    ${items.length === 0 && html`<p class="govuk-body">${none}</p>`} ${items.map(itemPart)}
    <div class="govuk-button-group">
      ${add.map(({ text, href }) => button({ text, href, classes: 'govuk-button--secondary' }))}
    </div>`

const itemPart = ({ heading, known, ways }: ShownItem): Html =>
  summaryList({
    card: {
      title: { text: heading, headingLevel: 3, classes: 'app-entry__text' },
      actions: { items: ways.map(({ text, href }) => ({ text, href })) },
    },
    rows: known.map(({ what, text }) => ({ key: { text: what }, value: longText(text) })),
  })

const empty = (heading: string, none: string): ShownSection => ({
  heading,
  summary: [],
  none,
  items: [],
  add: [],
})

const bare: ShownInformation = {
  caseNumber: '1001',
  banner: undefined,
  lacking: ['Record what was asked for, part by part, first.'],
  isOverLimit: false,
  sections: [empty('Parts of the request', 'Nothing has been recorded of what is asked for.')],
}

const item: ShownItem = {
  heading: 'Part 1',
  known: [
    { what: 'What is asked for', text: `The <contract>\nof ${'x'.repeat(200)}` },
    { what: 'FOIA s43(2)', text: 'Commercial interests\nThe balance is to withhold' },
  ],
  ways: [
    { text: 'Decide', href: '/cases/1001/information/parts/1/decide' },
    { text: 'Claim an exemption', href: '/cases/1001/information/parts/1/exemption' },
  ],
}

/** Examples of the page, by what they show. */
export const showInformationExamples: Examples<View<ShownInformation>> = {
  'a request of which nothing is recorded': [bare],
  'a request that costs too much': [
    {
      ...bare,
      banner: 'Work recorded',
      lacking: [],
      isOverLimit: true,
      sections: [
        {
          ...empty('Parts of the request', 'None.'),
          items: [item],
          add: [{ text: 'Add a part', href: '/cases/1001/information/parts/new' }],
        },
        {
          ...empty('Cost limit', 'No work has been recorded.'),
          summary: ['19 hours (£475) of 18 hours (£450) expected, no time done.'],
          items: [{ heading: 'Work 1: locating', known: [], ways: [] }],
        },
      ],
    },
  ],
}
