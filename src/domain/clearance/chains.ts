import { caseTypeVersion, teamFinder } from '#domain/case-types/index.ts'
import type { ClearanceChain } from '#domain/procedures/index.ts'
import type { Reading } from '#platform/statement.ts'
import { getTypeOfCase } from './answer-queries.ts'
import type { NewStep } from './clearance-queries.ts'

/** The chains among which the answers of a case have a choice. */
export async function chainsOfCase(
  db: Reading,
  caseId: number,
): Promise<readonly ClearanceChain[]> {
  const type = await caseTypeVersion(db, await getTypeOfCase(db, { caseId }))
  return type.procedure.clearances
}

/** The steps of a chain with the teams that take them. Publication has made sure that they are there. */
export async function stepsOf(db: Reading, { steps }: ClearanceChain): Promise<readonly NewStep[]> {
  const findTeam = await teamFinder(db)
  return steps.map(({ code, name, team }, at) => {
    const found = findTeam(team)
    if (!found) throw new Error(`The team ${team} of a clearance chain does not exist`)
    return { position: at + 1, step: code, name, teamId: found.teamId }
  })
}
