import { notificationBanner } from '#web/components/notification-banner.ts'
import { summaryList } from '#web/components/summary-list.ts'
import { tag } from '#web/components/tag.ts'
import { assets } from '#web/layout/assets.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dateAndTime } from '#web/layout/times.ts'
import { documentsAddress } from './addresses.ts'
import { releasedMark } from './released-mark.ts'
import type { ShownContent, ShownPaper } from './shown-paper.ts'

/** The page of a document: what it is, who can see it, what can be done with it, and what it was before. */
export const showDocumentView: View<ShownPaper> = (model) => ({
  title: `${model.current.name}: case ${model.caseNumber}`,
  back: {
    href: documentsAddress(model.caseNumber),
    text: `Back to documents of case ${model.caseNumber}`,
  },
  isFraming: model.preview?.kind === 'frame',
  content: html`${model.banner !== undefined && notificationBanner({ text: model.banner, type: 'success' })}
    <h1 class="govuk-heading-l app-entry__text">${model.current.name}</h1>
    <div class="${model.isReleased && 'app-note--customer'}">${facts(model)}</div>
    ${openingOf(model.current)} ${ways(model)} ${model.older.length > 0 && older(model)}
    ${model.preview && preview(model.preview, model.current.name)}`,
})

const facts = (model: ShownPaper): Html => {
  const { category, current, failure, standing } = model
  return summaryList({
    rows: [
      {
        key: { text: 'Who can see it' },
        value: model.isReleased ? { html: releasedMark() } : { text: 'Staff only' },
      },
      { key: { text: 'Category' }, value: { text: category ?? 'None' } },
      { key: { text: 'Added' }, value: { html: added(current) } },
      current.size !== undefined && { key: { text: 'Size' }, value: { text: current.size } },
      {
        key: { text: 'Where it stands' },
        value: {
          html: html`${tag({ text: standing.text, classes: `govuk-tag--${standing.colour}` })}
          ${failure !== undefined && html`<p class="govuk-body app-entry__text">${failure}</p>`}`,
        },
      },
    ],
  })
}

const added = ({ addedAt, addedBy }: ShownContent): Html =>
  html`<time datetime="${addedAt.toISOString()}">${dateAndTime(addedAt)}</time> by ${addedBy}`

const openingOf = ({ href, name }: ShownContent): Html | undefined =>
  href === undefined
    ? undefined
    : html`<p class="govuk-body app-entry__text">
        <a class="govuk-link" href="${href}" rel="noreferrer noopener">Open or download ${name}</a>
      </p>`

const ways = (model: ShownPaper): Html | undefined =>
  model.ways.length === 0
    ? undefined
    : html`<ul class="govuk-list">
        ${model.ways.map(
          ({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`,
        )}
      </ul>`

const older = (model: ShownPaper): Html =>
  html`<h2 class="govuk-heading-m">Older versions</h2>
    <ul class="govuk-list">
      ${model.older.map(
        (each) =>
          html`<li class="app-entry">
            <p class="govuk-body app-entry__text">
              <a class="govuk-link" href="${each.href}" rel="noreferrer noopener"
                >Version ${each.version}: ${each.name}</a
              ><br />${each.size !== undefined && `${each.size}, `}${added(each)}
            </p>
          </li>`,
      )}
    </ul>`

const preview = ({ kind, address }: NonNullable<ShownPaper['preview']>, name: string): Html =>
  html`<h2 class="govuk-heading-m">Preview</h2>
    ${
      kind === 'image'
        ? html`<img class="app-preview" src="${address}" alt="${name}" />`
        : html`<iframe
            class="app-preview app-preview--framed"
            src="${address}"
            title="${name}"
          ></iframe>`
    }`

const model: ShownPaper = {
  caseNumber: '1001',
  banner: undefined,
  current: {
    name: `Plan <3> ${'x'.repeat(120)}.pdf`,
    size: '4.2 MB',
    addedAt: new Date('2026-07-06T13:05:00Z'),
    addedBy: 'Okafor, Ife',
    href: '/documents/D8',
  },
  category: 'Evidence & photographs',
  isReleased: true,
  standing: { text: 'Stored', colour: 'green' },
  failure: undefined,
  preview: { kind: 'frame', address: assets.icon.address },
  older: [
    {
      version: 1,
      name: 'Plan.docx',
      size: undefined,
      addedAt: new Date('2026-07-03T08:30:00Z'),
      addedBy: 'Website',
      href: '/documents/D8/versions/1',
    },
  ],
  ways: [
    { text: 'Change title or category', href: '/cases/1001/documents/D8/change' },
    { text: 'Withdraw it from the customer', href: '/cases/1001/documents/D8/withdraw' },
  ],
}

/** Examples of the page, by what they show. */
export const showDocumentExamples: Examples<View<ShownPaper>> = {
  'a document that the customer can see, with what it was before': [
    { ...model, banner: 'The customer can see this document now' },
  ],
  'a picture': [{ ...model, older: [], preview: { kind: 'image', address: assets.icon.address } }],
  'a document that did not come, for somebody who may only look': [
    {
      ...model,
      current: { ...model.current, size: undefined, href: undefined },
      category: undefined,
      isReleased: false,
      standing: { text: 'Not retrieved', colour: 'red' },
      failure: 'The server files.example.org did not answer.',
      preview: undefined,
      older: [],
      ways: [],
    },
  ],
}
