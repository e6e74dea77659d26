import { notificationBanner } from '#web/components/notification-banner.ts'
import { button } from '#web/components/button.ts'
import { table } from '#web/components/table.ts'
import { rowButton, wide } from '#web/admin/admin-form.ts'
import type { RowButton } from '#web/admin/admin-form.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** A value of a list as its page shows it. */
export type ShownOption = {
  readonly value: string
  readonly label: string | undefined
  readonly group: string
  readonly synonyms: readonly string[]
  readonly isAccepted: boolean
  readonly changeAddress: string
  readonly buttons: readonly RowButton[]
}

/** A list with its values, and what can be done with it. */
export type ShownList = {
  readonly name: string
  readonly purpose: string
  readonly isGrouped: boolean
  /** What happens to words that the list does not hold, as a sentence. */
  readonly holding: string
  readonly holdingAddress: string
  readonly newAddress: string
  readonly offered: readonly ShownOption[]
  readonly retired: readonly ShownOption[]
  readonly banner: string | undefined
  readonly csrfToken: string
}

/** The page of one list of values. */
export const optionListView: View<ShownList> = (list) => ({
  title: `${list.name}: lists of values`,
  back: { href: '/admin/options', text: 'Back to lists of values' },
  content: html`${
      list.banner !== undefined && notificationBanner({ text: list.banner, type: 'success' })
    }
    <span class="govuk-caption-l">List of values</span>
    <h1 class="govuk-heading-l">${list.name}</h1>
    <p class="govuk-body">${list.purpose}.</p>
    <p class="govuk-body">
      ${list.holding}
      <a class="govuk-link" href="${list.holdingAddress}"
        >Change<span class="govuk-visually-hidden"> what happens to other words</span></a
      >
    </p>
    ${button({ text: 'Add a value', href: list.newAddress })}
    <h2 class="govuk-heading-m">Offered</h2>
    ${
      list.offered.length > 0
        ? wide('Values that are offered', tableOf(list, list.offered))
        : html`<p class="govuk-body">${noneOffered(list)}</p>`
    }
    ${list.retired.length > 0 && retiredPart(list)}`,
})

const noneOffered = ({ retired }: ShownList): string =>
  retired.length > 0
    ? 'No value is offered, so nothing can be chosen. Add a value, or bring one back.'
    : 'The list has no value yet, so every text is taken as it is. Add a value to offer a choice.'

const retiredPart = (list: ShownList): Html =>
  html`<h2 class="govuk-heading-m">Retired</h2>
    <p class="govuk-body">These stay on the cases that have them, and are not offered.</p>
    ${wide('Values that are retired', tableOf(list, list.retired))}`

const tableOf = ({ isGrouped, csrfToken }: ShownList, options: readonly ShownOption[]): Html =>
  table({
    firstCellIsHeader: true,
    head: [
      { text: 'Value' },
      isGrouped && { text: 'Group' },
      { text: 'Other words for it' },
      { text: 'From programs' },
      { text: 'Change' },
    ].filter((cell) => cell !== false),
    rows: options.map((option) =>
      [
        { html: nameOf(option) },
        isGrouped && { text: option.group },
        { text: option.synonyms.join(', ') || 'None' },
        { text: option.isAccepted ? 'Accepted' : 'Not accepted' },
        { html: waysOf(option, csrfToken) },
      ].filter((cell) => cell !== false),
    ),
  })

const nameOf = ({ value, label }: ShownOption): Html =>
  html`${value}${label !== undefined && html`<br /><span class="govuk-hint">shown as ${label}</span>`}`

const waysOf = ({ value, changeAddress, buttons }: ShownOption, csrfToken: string): Html =>
  html`<div class="app-row-buttons">
    <a class="govuk-link" href="${changeAddress}"
      >Change<span class="govuk-visually-hidden"> ${value}</span></a
    >
    ${buttons.map((each) => rowButton(each, csrfToken))}
  </div>`

const option: ShownOption = {
  value: 'Visit report',
  label: undefined,
  group: '',
  synonyms: ['Visit', 'Home <visit>'],
  isAccepted: true,
  changeAddress: '/admin/options/note-type/values/1001',
  buttons: [
    { address: '/admin/options/note-type/values/1001/move/up', text: 'Up', about: 'Visit report' },
    {
      address: '/admin/options/note-type/values/1001/retire',
      text: 'Retire',
      about: 'Visit report',
    },
  ],
}
const example: ShownList = {
  name: 'Note type',
  purpose: 'Kinds of note',
  isGrouped: false,
  holding: 'Other words are kept and flagged on the case.',
  holdingAddress: '/admin/options/note-type/holding',
  newAddress: '/admin/options/note-type/new',
  offered: [option, { ...option, value: 'x'.repeat(200), label: 'Long', isAccepted: false }],
  retired: [],
  banner: undefined,
  csrfToken: 'example',
}

/** Examples of the page, by what they show. */
export const optionListExamples: Examples<View<ShownList>> = {
  'values that are offered': [example],
  'groups, and values that are retired': [
    {
      ...example,
      name: 'Classification',
      isGrouped: true,
      offered: [{ ...option, group: 'Repairs' }],
      retired: [{ ...option, value: 'Stair lifts', group: 'Repairs', buttons: [] }],
      banner: 'Value retired',
    },
  ],
  'a list without values': [{ ...example, offered: [] }],
  'a list whose values are all retired': [{ ...example, offered: [], retired: [option] }],
}
