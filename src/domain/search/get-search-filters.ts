import { configuredCaseTypes } from '#domain/case-types/index.ts'
import { operation } from '#kernel/operation.ts'
import { listTeamNames } from '#domain/people/index.ts'

/** What results may be narrowed to: the case types and the teams. */
export const getSearchFilters = operation({
  name: 'getsearchfilters',
  summary: 'Show what a search may be narrowed to',
  effect: 'read',
  isWebOnly: true,
  permission: 'case.view',
  parameters: {},
  errors: [],
  returns: 'content',
  examples: [{}],

  async handle({ db }) {
    const [types, teams] = await Promise.all([configuredCaseTypes(db), listTeamNames(db, {})])
    return {
      caseTypes: types.map(({ name, label }) => ({ name, label })),
      teams: teams.map(({ code, name }) => ({ code, name })),
    }
  },
})
