import { addTeam, amendTeam, getStaff, unknownTeam } from '#domain/staff/index.ts'
import { Refusal } from '#kernel/refusal.ts'
import { formPage, showPage } from '#web/layout/form-page.ts'
import { staffAddress } from '#web/admin/people/people-addresses.ts'
import { addressWith } from '#web/lists/list-address.ts'
import { teamAddress, teamsAddress } from './team-addresses.ts'
import { teamFormView } from './team-form.view.ts'
import { teamsView } from './teams.view.ts'

/** The page of all teams. */
export const teamsPage = showPage({
  path: teamsAddress,
  view: teamsView,
  async show(ask, _parts, { banner }) {
    const { teams } = await ask(getStaff, {})
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
      banner,
    }
  },
})

/** The page on which a team is added. */
export const addTeamPage = formPage({
  path: `${teamsAddress}/new`,
  view: teamFormView,
  operation: addTeam,
  show: async (ask) => {
    await ask(getStaff, {})
    return {}
  },
  next: () => teamsAddress,
  banner: 'Team added',
})

/** The page on which a team is changed. */
export const amendTeamPage = formPage({
  path: `${teamsAddress}/edit/:teamCode`,
  view: teamFormView,
  operation: amendTeam,
  async show(ask, { teamCode }) {
    const { teams } = await ask(getStaff, {})
    const found = teams.find(({ code }) => code === teamCode)
    if (!found) throw new Refusal(unknownTeam)
    return {
      stored: {
        seen: found.seen,
        code: found.code,
        name: found.name,
        department: found.department ?? undefined,
        directorate: found.directorate ?? undefined,
      },
    }
  },
  next: () => teamsAddress,
  banner: 'Team changed',
})
