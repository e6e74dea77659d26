import { button } from '#web/components/button.ts'
import { insetText } from '#web/components/inset-text.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { summaryList } from '#web/components/summary-list.ts'
import { warningText } from '#web/components/warning-text.ts'
import type { Examples } from '#web/layout/examples.ts'
import { csrfField } from '#web/layout/form-page.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'
import { peopleAddress } from './addresses.ts'
import { lineList } from './line-list.ts'
import type { Known, Lasting, Line, ShownPerson } from './shown-person.ts'

/** The page of a person. */
export const showPersonView: View<ShownPerson> = (person) => ({
  title: person.name,
  back: { href: peopleAddress, text: 'Find somebody else' },
  content: html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${person.banner && notificationBanner({ text: person.banner, type: 'success' })}
      <span class="govuk-caption-l">Person</span>
      <h1 class="govuk-heading-l">${person.name}</h1>
      ${person.mergedInto && mergedPart(person.mergedInto)}
      ${person.alerts.length > 0 && alertsPart(person)} ${known(person.record)}
      ${person.waysOn.length > 0 && waysOn(person)}
      <h2 class="govuk-heading-m">Cases</h2>
      ${lineList(person.cases, 'There are no cases that you may see.')}
      <h2 class="govuk-heading-m">Accounts</h2>
      ${lineList(person.accounts, 'No account is known.')}
      <h2 class="govuk-heading-m">Preferences</h2>
      ${
        person.preferences.length > 0
          ? known(person.preferences)
          : html`<p class="govuk-body">No preferences are known.</p>`
      }
      <h2 class="govuk-heading-m">Other contact details and representatives</h2>
      ${contactsPart(person)} ${person.twins.length > 0 && twinsPart(person.twins)}
      ${person.merges.length > 0 && mergesPart(person.merges)}
    </div>
  </div>`,
})

const alertsPart = ({ alerts, csrfToken }: ShownPerson): Html =>
  html`<h2 class="govuk-heading-m">Alerts</h2>
    ${alerts.map(
      (alert) =>
        html`<div class="app-entry">
          ${warningText({ text: alert.what })}
          <p class="govuk-body app-entry__text">${alert.text}</p>
          <p class="govuk-body-s">${alert.when}</p>
          ${changeLink(alert)} ${endButton(alert, csrfToken, 'End alert')}
        </div>`,
    )}`

const contactsPart = ({ contacts, csrfToken }: ShownPerson): Html =>
  contacts.length === 0
    ? html`<p class="govuk-body">There are none.</p>`
    : html`${contacts.map(
        (contact) =>
          html`<div class="app-entry">
            <h3 class="govuk-heading-s app-entry__heading">${contact.what}</h3>
            <p class="govuk-body app-entry__text">${contact.text}</p>
            <p class="govuk-body-s">${contact.when}</p>
            ${changeLink(contact)} ${endButton(contact, csrfToken, 'No longer holds')}
          </div>`,
      )}`

const changeLink = ({ changeAddress, what }: Lasting): Html | undefined =>
  changeAddress === undefined
    ? undefined
    : html`<p class="govuk-body">
        <a class="govuk-link" href="${changeAddress}"
          >Change<span class="govuk-visually-hidden">: ${what}</span></a
        >
      </p>`

const endButton = (
  { endAddress, what }: Lasting,
  csrfToken: string,
  text: string,
): Html | undefined =>
  endAddress === undefined
    ? undefined
    : html`<form action="${endAddress}" method="post">
        ${csrfField(csrfToken)}
        ${button({
          html: html`${text}<span class="govuk-visually-hidden">: ${what}</span>`,
          classes: 'govuk-button--secondary',
          preventDoubleClick: true,
        })}
      </form>`

const known = (all: readonly Known[]): Html =>
  summaryList({
    rows: all.map(({ what, text }) => ({
      key: { text: what },
      value: { html: html`<div class="app-answer">${text}</div>` },
    })),
  })

const waysOn = ({ waysOn: ways }: ShownPerson): Html =>
  html`<ul class="govuk-list">
    ${ways.map(({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}
  </ul>`

const twinsPart = (twins: readonly Line[]): Html =>
  html`<h2 class="govuk-heading-m">Could be the same person</h2>
    ${lineList(twins, '')}`

const mergesPart = (merges: readonly Line[]): Html =>
  html`<h2 class="govuk-heading-m">Merged records</h2>
    ${lineList(merges, '')}`

const mergedPart = ({ text, href }: Line): Html =>
  insetText({
    html: html`This record went into that of <a class="govuk-link" href="${href}">${text}</a>, which
      has its cases. It is kept so that they can be taken apart again.`,
  })

const plain: ShownPerson = {
  name: 'Ms Ife Okafor',
  banner: undefined,
  csrfToken: 'example',
  alerts: [],
  record: [{ what: 'Name', text: 'Ms Ife Okafor' }],
  preferences: [],
  contacts: [],
  cases: [],
  accounts: [],
  twins: [],
  mergedInto: undefined,
  merges: [],
  waysOn: [],
}

/** Examples of the page, by what they show. */
export const showPersonExamples: Examples<View<ShownPerson>> = {
  'somebody of whom little is known': [plain],
  'all there is': [
    {
      ...plain,
      banner: 'Record saved',
      alerts: [
        {
          what: 'Visit in <pairs>',
          text: 'A dog',
          when: 'Set by Bo',
          changeAddress: '/people/1/change',
          endAddress: '/people/1/end',
        },
        {
          what: 'Rings at night',
          text: 'x'.repeat(200),
          when: 'Set by Bo',
          changeAddress: undefined,
          endAddress: undefined,
        },
      ],
      preferences: [{ what: 'Language', text: 'fr' }],
      contacts: [
        {
          what: 'Phone number',
          text: '0113 222 0001',
          when: 'Holds',
          changeAddress: '/people/1/change',
          endAddress: '/people/1/x',
        },
      ],
      cases: [{ text: 'Case 1001: Damp', href: '/cases/1001', more: 'New' }],
      accounts: [{ text: 'Rent R-1', href: '/accounts/1', more: '' }],
      twins: [
        {
          text: 'I Okafor',
          href: '/people/2',
          more: 'same phone number',
          also: { text: 'Compare and merge', href: '/people/1/merge/2' },
        },
      ],
      mergedInto: { text: 'Ife <Okafor>', href: '/people/3', more: '' },
      merges: [{ text: 'I. Okafor', href: '/people/4', more: 'Merged by Adeyemi, Bo' }],
      waysOn: [{ text: 'Change the record', href: '/people/1/edit' }],
    },
  ],
}
