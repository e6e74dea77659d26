import { caseTypeVersion } from '#domain/case-types/index.ts'
import { placedStages, stagesOfOthers } from '#domain/procedures/index.ts'
import type { Reading } from '#platform/statement.ts'
import { findWorkers } from './candidate-queries.ts'

/**
 * Who must not be given a case as it stands, by their numbers: whoever worked an earlier stage, where one that the case
 * is in asks for somebody who did not. Each with the name of that stage.
 */
export async function barredFrom(
  db: Reading,
  caseId: number,
): Promise<ReadonlyMap<number, string>> {
  const found = await findWorkers(db, { caseId })
  if (!found || found.openStages.length === 0) return new Map()
  const { procedure } = await caseTypeVersion(db, found)
  const differing = new Set(
    found.openStages.flatMap((stage) => [...stagesOfOthers(procedure, stage)]),
  )
  const names = new Map(placedStages(procedure).map(({ stage: { code, name } }) => [code, name]))
  return new Map(
    found.workers
      .filter(({ stage }) => differing.has(stage))
      .map(({ userId, stage }) => [userId, names.get(stage) ?? stage]),
  )
}

/** Why a case is not given to whoever worked a stage of that name. */
export const whyBarred = (stage: string): string =>
  `This case must go to somebody who did not work “${stage}”`
