import type { DeadlineSpec, Procedure } from '#domain/procedures/index.ts'

/** Which deadline of a case: of the whole case where track and stage are empty, else of a stage. */
export interface DeadlineScope {
  readonly track: string
  readonly stage: string
  readonly code: string
}

/** What a procedure says of a deadline; undefined where it knows none of the name. */
export function deadlineSpec(
  { tracks, deadlines }: Procedure,
  { track, stage, code }: DeadlineScope,
): DeadlineSpec | undefined {
  const ofStage = tracks
    .find((each) => each.code === track)
    ?.stages.find((each) => each.code === stage)
  const specs = track === '' ? deadlines : (ofStage?.deadlines ?? [])
  return specs.find((each) => each.code === code)
}
