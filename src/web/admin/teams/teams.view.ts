import { button } from '#web/components/button.ts'
import { notificationBanner } from '#web/components/notification-banner.ts'
import { table } from '#web/components/table.ts'
import { wide } from '#web/admin/admin-form.ts'
import type { Examples } from '#web/layout/examples.ts'
import type { View } from '#web/layout/form-page.ts'
import { html } from '#web/layout/html.ts'
import type { Html } from '#web/layout/html.ts'

/** A team as the page of all teams shows it. */
export type TeamLine = {
  readonly code: string
  readonly name: string
  readonly address: string
  readonly department: string
  readonly people: number
  readonly peopleAddress: string
  readonly openCases: number
}

/** The teams, and what the page before has left to say. */
export type TeamList = {
  readonly teams: readonly TeamLine[]
  readonly retired: readonly {
    readonly code: string
    readonly name: string
    readonly heir: string
  }[]
  readonly banner: string | undefined
}

/** The page of all teams. */
export const teamsView: View<TeamList> = ({ teams, retired, banner }) => ({
  title: 'Teams',
  back: { href: '/admin', text: 'Back to administration' },
  content: html`${banner !== undefined && notificationBanner({ text: banner, type: 'success' })}
    <h1 class="govuk-heading-l">Teams</h1>
    ${button({ text: 'Add a team', href: '/admin/teams/new' })}
    ${
      teams.length > 0
        ? wide('Teams', teamTable(teams))
        : html`<p class="govuk-body">
            There is no team yet. Cases wait in the queue of a team until somebody takes them.
          </p>`
    }
    ${retired.length > 0 && retiredPart(retired)}`,
})

const retiredPart = (retired: TeamList['retired']): Html =>
  html`<h2 class="govuk-heading-m">Retired teams</h2>
    ${wide(
      'Retired teams',
      table({
        firstCellIsHeader: true,
        head: [{ text: 'Team' }, { text: 'Code' }, { text: 'Its work goes to' }],
        rows: retired.map(({ name, code, heir }) => [
          { text: name },
          { text: code },
          { text: heir },
        ]),
      }),
    )}`

const teamTable = (teams: readonly TeamLine[]): Html =>
  table({
    firstCellIsHeader: true,
    head: [
      { text: 'Team' },
      { text: 'Code' },
      { text: 'Department' },
      { text: 'People', format: 'numeric' },
      { text: 'Open cases', format: 'numeric' },
    ],
    rows: teams.map((team) => [
      { html: html`<a class="govuk-link" href="${team.address}">${team.name}</a>` },
      { text: team.code },
      { text: team.department },
      {
        html: html`<a class="govuk-link" href="${team.peopleAddress}"
          >${team.people}<span class="govuk-visually-hidden">
            ${team.people === 1 ? 'person' : 'people'} of ${team.name}</span
          ></a
        >`,
        format: 'numeric',
      },
      { text: String(team.openCases), format: 'numeric' },
    ]),
  })

/** Examples of the page, by what they show. */
export const teamsExamples: Examples<View<TeamList>> = {
  'some teams': [
    {
      teams: [
        {
          code: 'HOUSING',
          name: 'Housing & <repairs>',
          address: '/admin/teams/edit/HOUSING',
          department: 'Homes',
          people: 4,
          peopleAddress: '/admin/people?Team=HOUSING',
          openCases: 31,
        },
      ],
      retired: [{ code: 'PARKS', name: 'Parks', heir: 'Housing & <repairs>' }],
      banner: 'Team added',
    },
  ],
  'no team': [{ teams: [], retired: [], banner: undefined }],
}
