import { button } from '#web/components/button.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { summaryList } from '#web/components/summary-list.ts'
import { tag } from '#web/components/tag.ts'
import { longText } from '#web/forms/case-form.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField } from '#web/layout/form-page.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { dateAndTime } from '#web/layout/times.ts'

type ShownReader = {
  readonly fullName: string
  readonly namedBy: string
  readonly namedAt: Date
  readonly reason: string | undefined
  readonly until: Date | undefined
  readonly dropAddress: string
}
type ShownBar = {
  readonly fullName: string
  readonly reason: string
  readonly barredBy: string
  readonly barredAt: Date
  readonly liftAddress: string
}

/** Who may know of a case, and who may not. */
export type ShownAccess = {
  readonly caseNumber: string
  readonly address: string
  readonly isConfidential: boolean
  readonly owner: string | undefined
  readonly withRight: readonly string[]
  readonly readers: readonly ShownReader[]
  readonly bars: readonly ShownBar[]
  readonly banner: string | undefined
  readonly csrfToken: string
}

/** The page that says who may know of a case. */
export const showAccessView: View<ShownAccess> = (access) => ({
  title: `Who may see case ${access.caseNumber}`,
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${access.banner !== undefined && notificationBanner({ text: access.banner, type: 'success' })}
      <h1 class="govuk-heading-l">Who may see this case</h1>
      ${standing(access)} ${readersPart(access)} ${barsPart(access)}
    </div>
  </div>`,
})

const standing = ({ isConfidential, address, csrfToken, ...access }: ShownAccess): Html =>
  isConfidential
    ? html`<p class="govuk-body">${tag({ text: 'Confidential', classes: 'govuk-tag--red' })}</p>
        <p class="govuk-body">
          Nobody else can find this case, in lists, counts, searches or exports.
        </p>
        ${summaryList({
          rows: [
            { key: { text: 'Owner' }, value: longText(access.owner ?? 'Not assigned') },
            {
              key: { text: 'May see all confidential cases' },
              value: longText(access.withRight.join('; ') || 'Nobody'),
            },
          ],
        })}
        ${buttonForm(`${address}/unmark`, csrfToken, { text: 'Make it confidential no longer' })}`
    : html`<p class="govuk-body">Everybody who may see cases, apart from those who are barred.</p>
        ${buttonForm(`${address}/mark`, csrfToken, { text: 'Make this case confidential' })}`

const readersPart = ({ readers, isConfidential, address, csrfToken }: ShownAccess): Html =>
  html`<h2 class="govuk-heading-m">Named people</h2>
    ${
      readers.length === 0
        ? html`<p class="govuk-body">
            Nobody is named. Name those who must see the case
            ${isConfidential ? 'beside its owner' : 'if it is made confidential'}.
          </p>`
        : readers.map((reader) => readerCard(reader, csrfToken))
    }
    <p class="govuk-body"><a class="govuk-link" href="${address}/readers/new">Name a person</a></p>`

const readerCard = (reader: ShownReader, csrfToken: string): Html =>
  html`${summaryList({
    card: { title: { ...longText(reader.fullName), headingLevel: 3 } },
    rows: [
      { key: { text: 'Named by' }, value: longText(whoWhen(reader.namedBy, reader.namedAt)) },
      reader.until !== undefined && {
        key: { text: 'In an emergency, until' },
        value: { text: dateAndTime(reader.until) },
      },
      reader.reason !== undefined && {
        key: { text: 'Reason' },
        value: longText(reader.reason),
      },
    ],
  })}
  ${buttonForm(reader.dropAddress, csrfToken, {
    text: 'Name no longer',
    about: reader.fullName,
  })}`

const barsPart = ({ bars, address, csrfToken }: ShownAccess): Html =>
  html`<h2 class="govuk-heading-m">Barred people</h2>
    ${
      bars.length === 0
        ? html`<p class="govuk-body">Nobody is barred. Bar whoever has a conflict of interest.</p>`
        : bars.map((bar) => barCard(bar, csrfToken))
    }
    <p class="govuk-body"><a class="govuk-link" href="${address}/bars/new">Bar a person</a></p>`

const barCard = (bar: ShownBar, csrfToken: string): Html =>
  html`${summaryList({
    card: { title: { ...longText(bar.fullName), headingLevel: 3 } },
    rows: [
      { key: { text: 'Barred by' }, value: longText(whoWhen(bar.barredBy, bar.barredAt)) },
      { key: { text: 'Reason' }, value: longText(bar.reason) },
    ],
  })}
  ${buttonForm(bar.liftAddress, csrfToken, { text: 'Lift the bar', about: bar.fullName })}`

const whoWhen = (who: string, when: Date): string => `${who}, ${dateAndTime(when)}`

const buttonForm = (
  address: string,
  csrfToken: string,
  { text, about }: { readonly text: string; readonly about?: string },
): Html =>
  html`<form action="${address}" method="post" novalidate>
    ${csrfField(csrfToken)}
    ${button({
      html: html`${text}${about !== undefined && html`<span class="govuk-visually-hidden">: ${about}</span>`}`,
      classes: 'govuk-button--secondary',
      preventDoubleClick: true,
    })}
  </form>`

const open: ShownAccess = {
  caseNumber: '1001',
  address: '/cases/1001/access',
  isConfidential: false,
  owner: 'Okafor, Ife',
  withRight: [],
  readers: [],
  bars: [],
  banner: undefined,
  csrfToken: 'example',
}
const at = new Date('2026-08-06T13:05:00Z')

/** Examples of the page, by what they show. */
export const showAccessExamples: Examples<View<ShownAccess>> = {
  'a case that is open to all': [open],
  'a confidential case': [
    {
      ...open,
      isConfidential: true,
      withRight: ['Marsh, Jo', 'Lowe, <Kit>'],
      readers: [
        {
          fullName: 'Reed, Alex',
          namedBy: 'Okafor, Ife',
          namedAt: at,
          reason: undefined,
          until: undefined,
          dropAddress: '/cases/1001/access/readers/areed/drop',
        },
        {
          fullName: 'x'.repeat(80),
          namedBy: 'x'.repeat(80),
          namedAt: at,
          reason: 'The customer is at the desk',
          until: at,
          dropAddress: '/cases/1001/access/readers/x/drop',
        },
      ],
      bars: [
        {
          fullName: 'Lowe, Sam',
          reason: 'Lives next door',
          barredBy: 'Okafor, Ife',
          barredAt: at,
          liftAddress: '/cases/1001/access/bars/slowe/lift',
        },
      ],
      banner: 'Person named',
    },
  ],
  'a confidential case that nobody has': [{ ...open, isConfidential: true, owner: undefined }],
}
