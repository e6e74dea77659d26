import { button } from '#web/components/button.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { table } from '#web/components/table.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField } from '#web/layout/form-page.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dateAndTime } from '#web/layout/times.ts'
import { caseTypesAddress, draftAddress } from './addresses.ts'

type ShownType = {
  readonly name: string
  readonly label: string
  readonly version: number | null
  readonly publishedAt: Date | null
  readonly waiting: number | null
  readonly waitsUntil: Date | null
  readonly openCases: number
  readonly draft: number | null
  readonly changedAt: Date | null
  readonly changedBy: string | null
}

/** The case types, each with its published version, its draft and its open cases. */
export type CaseTypes = {
  readonly caseTypes: readonly ShownType[]
  readonly banner: string | undefined
  readonly csrfToken: string
}

/** The page of all case types. */
export const caseTypesView: View<CaseTypes> = ({ caseTypes, banner, csrfToken }) => ({
  title: 'Case types',
  back: { href: '/admin', text: 'Back to administration' },
  content: html`${banner !== undefined && notificationBanner({ text: banner, type: 'success' })}
    <h1 class="govuk-heading-l">Case types</h1>
    <p class="govuk-body">
      A case type says what is asked, and what its cases go through. It is changed in a draft, which
      takes effect when it is published. Open cases keep the version they began under.
    </p>
    <ul class="govuk-list">
      <li><a class="govuk-link" href="${caseTypesAddress}/new">Make a case type</a></li>
      <li>
        <a class="govuk-link" href="${caseTypesAddress}/import">Take a case type from a file</a>
      </li>
    </ul>
    ${
      caseTypes.length === 0
        ? html`<p class="govuk-body">There is no case type yet.</p>`
        : listed(caseTypes, csrfToken)
    }`,
})

const listed = (caseTypes: readonly ShownType[], csrfToken: string): Html =>
  html`<div class="app-wide" tabindex="0" role="group" aria-label="Case types">
    ${table({
      firstCellIsHeader: true,
      head: [
        { text: 'Case type' },
        { text: 'Published' },
        { text: 'Open cases', format: 'numeric' },
        { text: 'Draft' },
      ],
      rows: caseTypes.map((each) => [
        { html: named(each) },
        { html: html`${published(each)}${waitingPart(each)}` },
        { text: each.openCases >= 1000 ? '1,000 or more' : each.openCases, format: 'numeric' },
        { html: each.draft === null ? startForm(each, csrfToken) : draftLink(each, each.draft) },
      ]),
    })}
  </div>`

/** What people call it, and the name by which programs do where that is another. */
const named = ({ name, label }: ShownType): Html =>
  html`${label}${
    label !== name && html`<br /><span class="govuk-hint">${name} for programs</span>`
  }`

const published = ({ name, label, version, publishedAt, openCases }: ShownType) =>
  version === null
    ? html`Not yet`
    : html`Version ${version}${publishedAt && html`, ${dateAndTime(publishedAt)}`}<br />
        <a class="govuk-link" href="${caseTypesAddress}/published/${encodeURIComponent(name)}/file"
          >File<span class="govuk-visually-hidden"> of ${label}</span></a
        >${moveLink({ name, label, version, openCases })}`

/** Where open cases can be moved to a version that is not the first. */
const moveLink = ({
  name,
  label,
  version,
  openCases,
}: Pick<ShownType, 'name' | 'label' | 'version' | 'openCases'>) =>
  (version ?? 0) > 1 &&
  openCases > 0 &&
  html`<br /><a
      class="govuk-link"
      href="${caseTypesAddress}/published/${encodeURIComponent(name)}/open-cases"
      >Move open cases<span class="govuk-visually-hidden"> of ${label}</span></a
    >`

/** The version that waits, with the ways to change its moment and to take it back. */
const waitingPart = ({ name, label, waiting, waitsUntil }: ShownType): Html | false => {
  const address = `${caseTypesAddress}/published/${encodeURIComponent(name)}`
  return (
    waiting !== null &&
    waitsUntil !== null &&
    html`<br />Version ${waiting} from ${dateAndTime(waitsUntil)}<br />
      <a class="govuk-link" href="${address}/moment"
        >Change the date<span class="govuk-visually-hidden"> of ${label}</span></a
      ><br />
      <a class="govuk-link" href="${address}/take-back"
        >Take it back<span class="govuk-visually-hidden">: ${label}</span></a
      >`
  )
}

const draftLink = ({ label, changedBy, changedAt }: ShownType, draft: number): Html =>
  html`<a class="govuk-link" href="${draftAddress(draft)}"
      >Draft<span class="govuk-visually-hidden"> of ${label}</span></a
    >${changedBy !== null && changedAt && html`, changed by ${changedBy}, ${dateAndTime(changedAt)}`}`

const startForm = ({ name, label }: ShownType, csrfToken: string): Html =>
  html`<form
    action="${caseTypesAddress}/published/${encodeURIComponent(name)}/draft"
    method="post"
    novalidate
  >
    ${csrfField(csrfToken)}
    ${button({
      html: html`Begin a draft<span class="govuk-visually-hidden"> of ${label}</span>`,
      classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
      preventDoubleClick: true,
    })}
  </form>`

const model: CaseTypes = {
  caseTypes: [
    {
      name: 'Allotment',
      label: 'Allotment & <garden>',
      version: 3,
      publishedAt: new Date('2026-04-01T08:00:00Z'),
      waiting: 4,
      waitsUntil: new Date('2031-09-01T07:30:00Z'),
      openCases: 12,
      draft: null,
      changedAt: null,
      changedBy: null,
    },
    {
      name: 'Fly <tipping>',
      label: 'Fly <tipping>',
      version: null,
      publishedAt: null,
      waiting: null,
      waitsUntil: null,
      openCases: 0,
      draft: 14,
      changedAt: new Date('2026-05-21T09:15:00Z'),
      changedBy: 'Okafor, Ife',
    },
  ],
  banner: undefined,
  csrfToken: 'example',
}

/** Examples of the page, by what they show. */
export const caseTypesExamples: Examples<View<CaseTypes>> = {
  'a type that is published, and one that is drafted': [model],
  'no type at all, after a draft was thrown away': [
    { ...model, caseTypes: [], banner: 'Draft thrown away' },
  ],
}
