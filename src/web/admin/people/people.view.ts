import { button } from '#web/components/button.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { tag } from '#web/components/tag.ts'
import type { Choice } from '#web/forms/fields.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import { drawList } from '#web/lists/draw-list.ts'
import type { List } from '#web/lists/list.ts'
import type { ListAddress } from '#web/lists/list-address.ts'

/** Somebody as the list shows them. */
export type StaffLine = {
  readonly name: string
  readonly userName: string
  readonly email: string
  readonly address: string
  readonly role: string
  readonly team: string
  readonly openCases: number
  readonly isDisabled: boolean
  /** Such as "until 20 March 2031". */
  readonly away: string | undefined
}

/** The page of all people who work here. */
export type StaffList = {
  readonly at: ListAddress
  readonly people: readonly StaffLine[]
  readonly teams: readonly Choice[]
  readonly roles: readonly Choice[]
  readonly banner: string | undefined
}

/** The list of the people who work here. */
export const peopleView: View<StaffList> = (model) => ({
  title: 'People who work here',
  back: { href: '/admin', text: 'Back to administration' },
  isWide: true,
  content: html`${
      model.banner !== undefined && notificationBanner({ text: model.banner, type: 'success' })
    }
    <h1 class="govuk-heading-l">People who work here</h1>
    ${button({ text: 'Add a person', href: '/admin/people/new' })}
    ${drawList(listOf(model), model.at)}`,
})

const listOf = ({ people, teams, roles }: StaffList): List<StaffLine> => ({
  caption: 'People',
  sort: 'name',
  columns: [
    { name: 'name', heading: 'Name', isSortable: true, cell: nameCell },
    { name: 'role', heading: 'Role', isSortable: true, cell: ({ role }) => ({ text: role }) },
    { name: 'team', heading: 'Team', isSortable: true, cell: ({ team }) => ({ text: team }) },
    {
      name: 'work',
      heading: 'Open cases',
      isSortable: true,
      cell: ({ openCases }) => ({ text: String(openCases) }),
    },
  ],
  filters: [
    { name: 'Team', heading: 'Team', choices: teams },
    { name: 'Role', heading: 'Role', choices: roles },
    {
      name: 'State',
      heading: 'State',
      isOne: true,
      choices: [
        { value: 'away', text: 'Away today' },
        { value: 'disabled', text: 'Disabled' },
      ],
    },
  ],
  rows: people,
  results: people.length === 1 ? '1 person' : `${people.length} people`,
  next: undefined,
  empty: html`Nobody can sign in yet. Add a person.`,
})

const nameCell = ({ name, userName, email, address, isDisabled, away }: StaffLine) => ({
  classes: 'app-list__what',
  html: html`<a class="govuk-link" href="${address}">${name}</a>
    ${isDisabled && tag({ text: 'Disabled', classes: 'govuk-tag--grey' })}
    ${away !== undefined && tag({ text: `Away ${away}`, classes: 'govuk-tag--yellow' })}
    <span class="app-list__minor">${userName}, ${email}</span>`,
})

const one: StaffLine = {
  name: 'Okafor, Ife',
  userName: 'iokafor',
  email: 'ife.okafor@demo.example',
  address: '/admin/people/edit/iokafor',
  role: 'Case worker',
  team: 'Housing & <repairs>',
  openCases: 12,
  isDisabled: false,
  away: undefined,
}
const model: StaffList = {
  at: { path: '/admin/people', query: {} },
  people: [
    one,
    { ...one, name: 'x'.repeat(60), isDisabled: true, away: 'until 20 March 2031', team: '' },
  ],
  teams: [{ value: 'HOUSING', text: 'Housing & <repairs>' }],
  roles: [{ value: 'case worker', text: 'Case worker' }],
  banner: undefined,
}

/** Examples of the page, by what they show. */
export const peopleExamples: Examples<View<StaffList>> = {
  'some people': [{ ...model, banner: 'Person added' }],
  'nobody who matches': [
    { ...model, people: [], at: { path: '/admin/people', query: { Team: ['HOUSING'] } } },
  ],
}
