import { caseReference } from '#domain/access/index.ts'
import { moment, type Receipt } from '#domain/calendar/index.ts'
import {
  allLacking,
  namesIn,
  ruleOfBasis,
  type DeadlineSpec,
  type ProcedureStage,
} from '#domain/procedures/index.ts'
import { reply } from '#kernel/answer.ts'
import { chosen } from '#kernel/kind.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import type { Reading } from '#platform/statement.ts'
import { doingOf, enterStages } from './carry-out.ts'
import { against, caseClosed, refuseWhereLacking } from './errors.ts'
import { factsOf } from './facts.ts'
import { namesOfCase } from './names.ts'
import { countedFromMoment } from './stage-times.ts'
import { hasBegun, standingOf, trackNamed, type CaseStanding, type Place } from './standing.ts'

/** Begins a track of a case that begins by hand, such as a hazard found in a complaint. */
export const beginTrack = operation({
  name: 'begintrack',
  summary: 'Begin a track beside the one that a case is in',
  effect: 'write',
  permission: 'case.stage.move',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    track: required(chosen(shortText), 'Track'),
    received: optional(moment, 'Date received'),
  },
  errors: [unknownCase, caseClosed],
  returns: reply<{ caseId: number; stage: string }>('begintrackresponse', {
    caseId: 'caseid',
    stage: 'stage',
  }),
  examples: [
    { CaseId: '1022', Track: 'hazard' },
    { CaseId: '1072', Track: 'hazard', Received: '2026-03-11T09:30' },
  ],

  async handle({ input, db, actor, now, subject: { caseId, isClosed }, refuse, record }) {
    if (isClosed) throw refuse(caseClosed)
    const standing = await standingOf(db, caseId)
    const track = trackNamed(standing, input.track)
    const [stage] = track.stages
    if (!stage || hasBegun(standing, track))
      throw against('Track', `“${track.name}” has begun already`)
    const since = sinceOf(standing, stage, { received: input.received, now })
    refuseWhereLacking('Track', await lackingFor(db, standing, { track, stage }))
    const [main] = standing.caseType.procedure.tracks
    await enterStages(db, standing, {
      entered: [{ track, stage }],
      ...(track === main ? { showing: { track, stage } } : {}),
      ...since,
      doing: doingOf({ actor, now }),
      news: { kind: 'trackBegun', particulars: { track: track.code, to: stage.code } },
    })
    record(caseId, { track: track.code })
    return { caseId, stage: stage.code }
  },
})

/** The moment from which the times of a track count; the day alone is not enough where they are hours. */
function sinceOf(
  { stages }: CaseStanding,
  stage: ProcedureStage,
  { received, now }: { readonly received: Receipt | undefined; readonly now: Date },
) {
  if (received === undefined) return {}
  const after = stages.map(({ startedOn }) => startedOn).toSorted()[0]
  const since = countedFromMoment(received, { after, now })
  const hours = stage.deadlines.find(countsHours)
  if (hours && received.at === undefined)
    throw against('Received', `“${hours.name}” is counted in hours, so give the time as well`)
  return since
}

const countsHours = ({ basis, from }: DeadlineSpec): boolean =>
  from.kind === 'stage started' &&
  ruleOfBasis(basis)?.versions.some(({ counting }) => counting.convention === 'HOURS') === true

/** What a case lacks to begin a stage. */
export async function lackingFor(
  db: Reading,
  standing: CaseStanding,
  { stage: { entry } }: Place,
): Promise<readonly string[]> {
  if (entry.length === 0) return []
  const { caseType } = standing
  const facts = await factsOf(db, standing)
  return allLacking(entry, facts, namesIn(caseType.procedure, await namesOfCase(db, caseType)))
}
