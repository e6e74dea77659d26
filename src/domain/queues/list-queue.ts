import { caseTypeVersion, configuredCaseTypes } from '#domain/case-types/index.ts'
import { pageOf, place, startOf } from '#domain/lists/index.ts'
import { listTeamNames } from '#domain/people/index.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import type { Reading } from '#platform/statement.ts'
import { matchesOf, queueParameters } from './asked.ts'
import { dueTeller } from './due.ts'
import { mostCounted } from './get-my-work.ts'
import { countOpenCases, listOpenCases } from './queue-queries.ts'
import { listSavedFilters } from './saved-filter-queries.ts'

const pageLength = 50

/** The open cases that the reader may know of, narrowed down and sorted, and what they can be narrowed down by. */
export const listQueue = operation({
  name: 'listqueue',
  summary: 'List open cases',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'case.queue.view',
  parameters: { ...queueParameters, after: optional(place, 'Where the page before ended') },
  errors: [],
  returns: 'content',
  examples: [
    {},
    { Team: 'HOUSING', Holder: 'nobody', Age: '20', Sort: '-received', After: '1001.0.2031-05-21' },
  ],

  async handle({ input, db, actor, now }) {
    const matches = await matchesOf(db, input, { actor, now })
    const sort = input.sort ?? 'due'
    const from = input.after ?? startOf(sort.startsWith('-') ? 'desc' : 'asc')
    const { key, caseId } = from
    const [found, { count }, tell, saved, choices] = await Promise.all([
      listOpenCases[sort](db, { ...matches, key, caseId, limit: pageLength + 1 }),
      countOpenCases(db, { ...matches, most: mostCounted }),
      dueTeller(db, writeLocalDate(now)),
      listSavedFilters(db, { userId: matches.userId }),
      choicesOf(db),
    ])
    const { rows, next } = pageOf(found, pageLength)
    const shown = rows.map(async ({ caseTypeId, version, ...row }) => {
      const { label, procedure } = await caseTypeVersion(db, { caseTypeId, version })
      const stages = procedure.tracks.flatMap(({ stages: all }) => all)
      const stage = stages.find(({ code }) => code === row.stage)?.name
      return { ...row, caseType: label, stage, due: tell(row) }
    })
    return {
      cases: await Promise.all(shown),
      count,
      next,
      saved,
      choices,
      mayAssign: actor.permissions.has('case.assign'),
      mayTag: actor.permissions.has('case.update'),
      mayClose: actor.permissions.has('case.end'),
    }
  },
})

/** The teams, types and stages that there are. */
async function choicesOf(db: Reading) {
  const [teams, types] = await Promise.all([listTeamNames(db, {}), configuredCaseTypes(db)])
  const stages = types.flatMap(({ procedure }) => procedure.tracks.flatMap((track) => track.stages))
  const names = new Map(stages.map(({ code, name }) => [code, name]))
  return {
    teams: teams.map(({ code, name }) => ({ value: code, text: name })),
    types: types.map(({ name, label }) => ({ value: name, text: label })),
    stages: [...names].map(([value, text]) => ({ value, text })),
  }
}
