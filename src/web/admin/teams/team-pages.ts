import {
  addTeam,
  amendTeam,
  getStaff,
  getTeam,
  retireTeam,
  unknownTeam,
} from '#domain/staff/index.ts'
import { Refusal } from '#kernel/refusal.ts'
import { formPage, showPage } from '#web/layout/form-page.ts'
import type { AnyFormPage, Ask, PathParts } from '#web/layout/form-page.ts'
import { staffAddress } from '#web/admin/people/people-addresses.ts'
import { addressWith } from '#web/lists/list-address.ts'
import { retireTeamView } from './retire-team.view.ts'
import { retireTeamAddress, teamAddress, teamsAddress } from './team-addresses.ts'
import { teamFormView } from './team-form.view.ts'
import { teamsView } from './teams.view.ts'

type Team = Awaited<ReturnType<(typeof getTeam)['handle']>>

/** The page of all teams. */
export const teamsPage = showPage({
  path: teamsAddress,
  view: teamsView,
  async show(ask, _parts, { banner }) {
    const { teams, retiredTeams } = await ask(getStaff, {})
    return {
      teams: teams.map(({ code, name, department, people, openCases }) => ({
        code,
        name,
        people,
        openCases,
        address: teamAddress(code),
        department: department ?? '',
        peopleAddress: addressWith({ path: staffAddress, query: {} }, { Team: [code] }),
      })),
      retired: retiredTeams.map(({ code, name, heir }) => ({
        code,
        name,
        heir: teams.find((each) => each.code === heir)?.name ?? heir ?? '',
      })),
      banner,
    }
  },
})

/** Who can manage a team. */
async function managersIn(ask: Ask) {
  const { people } = await ask(getStaff, {})
  return people
    .filter(({ disabledAt }) => disabledAt === null)
    .map(({ userName, fullName }) => ({ value: userName, text: fullName }))
}

/** The page on which a team is added. */
const addTeamPage = formPage({
  path: `${teamsAddress}/new`,
  view: teamFormView,
  operation: addTeam,
  show: async (ask) => ({ people: await managersIn(ask) }),
  next: () => teamsAddress,
  banner: 'Team added',
})

/** The team of an address that works; refuses where there is none. */
async function teamMeant(ask: Ask, { teamCode = '' }: PathParts): Promise<Team> {
  const team = await ask(getTeam, { TeamCode: teamCode })
  if (team.heir !== null) throw new Refusal(unknownTeam)
  return team
}

/** The page on which a team is changed. */
const amendTeamPage = formPage({
  path: `${teamsAddress}/edit/:teamCode`,
  view: teamFormView,
  operation: amendTeam,
  async show(ask, parts) {
    const [team, people] = await Promise.all([teamMeant(ask, parts), managersIn(ask)])
    const { seen, code, name, department, directorate, manager } = team
    return {
      people,
      stored: {
        seen,
        code,
        name,
        department,
        directorate,
        manager,
        retireAddress: retireTeamAddress(code),
      },
    }
  },
  next: () => teamsAddress,
  banner: 'Team changed',
})

/** The page on which a team is retired. */
const retireTeamPage = formPage({
  path: `${teamsAddress}/edit/:teamCode/retire`,
  view: retireTeamView,
  operation: retireTeam,
  async show(ask, parts) {
    const [{ code, name, holdings, caseTypes }, { teams }] = await Promise.all([
      teamMeant(ask, parts),
      ask(getStaff, {}),
    ])
    return {
      name,
      code,
      address: teamAddress(code),
      held: heldInWords(holdings),
      caseTypes,
      others: teams
        .filter((each) => each.code !== code)
        .map((each) => ({ value: each.code, text: each.name })),
    }
  },
  next: () => teamsAddress,
  banner: 'Team retired: its work and its people are with the other team',
})

const heldInWords = (held: Team['holdings']) => [
  { what: 'Open cases', text: String(held.openCases) },
  { what: 'Open tasks', text: String(held.openTasks) },
  { what: 'Open remedies', text: String(held.openRemedies) },
  { what: 'Answers to clear', text: String(held.openSteps) },
  { what: 'People', text: String(held.people) },
  { what: 'Roles of people of other teams', text: String(held.roles) },
]

/** The pages with forms about teams. */
export const teamFormPages: readonly AnyFormPage[] = [addTeamPage, amendTeamPage, retireTeamPage]
