import { caseTypeVersion, type CaseTypeVersion } from '#domain/case-types/index.ts'
import { stageOf, type ProcedureStage, type Track } from '#domain/procedures/index.ts'
import type { Reading } from '#platform/statement.ts'
import { against } from './errors.ts'
import { getStandingOfCase, type StageRecord } from './standing-queries.ts'

/** A stage as the procedure has it, and its track. */
export interface Place {
  readonly track: Track
  readonly stage: ProcedureStage
}

type Row = Awaited<ReturnType<typeof getStandingOfCase>>

/** A case, what it goes through, and where it is in that. */
export interface CaseStanding extends Row {
  readonly caseId: number
  readonly caseType: CaseTypeVersion
}

/** Where a case stands; it must be there. */
export async function standingOf(db: Reading, caseId: number): Promise<CaseStanding> {
  const row = await getStandingOfCase(db, { caseId })
  return { ...row, caseId, caseType: await caseTypeVersion(db, row) }
}

const isOpen = ({ startedAt, endedAt }: StageRecord): boolean =>
  startedAt !== null && endedAt === null

/** The stages that a case is in now, one at most of each track, the main track's first; none of one that is merged into another. */
export const openPlaces = ({ caseType, stages, isMerged }: CaseStanding): readonly Place[] =>
  caseType.procedure.tracks.flatMap((track) => {
    if (isMerged) return []
    const record = stages.find((each) => each.track === track.code && isOpen(each))
    const stage = record && track.stages.find(({ code }) => code === record.code)
    return stage ? [{ track, stage }] : []
  })

/** Has a track of a case begun, whether it goes on or not? */
export const hasBegun = ({ stages }: CaseStanding, { code }: Track): boolean =>
  stages.some(({ track }) => track === code)

/** The track of a code, the main one where none is named; refuses one that the procedure does not have. */
export function trackNamed({ caseType }: CaseStanding, code: string | undefined): Track {
  const { tracks } = caseType.procedure
  const found = code === undefined ? tracks[0] : tracks.find((track) => track.code === code.trim())
  if (!found) throw against('Track', 'Track is not one of this case’s procedure')
  return found
}

/** A stage of a case's procedure, by its codes; it must be there. */
export function placeOf(
  { caseType: { procedure } }: CaseStanding,
  { track: trackCode, stage: code }: { readonly track: string; readonly stage: string },
): Place {
  const track = procedure.tracks.find((each) => each.code === trackCode)
  const stage = stageOf(procedure, trackCode, code)
  if (!track || !stage) throw new Error(`The procedure has no stage ${code} of ${trackCode}`)
  return { track, stage }
}
