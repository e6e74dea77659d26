import type { CaseTypeVersion } from '#domain/case-types/index.ts'
import { openingStages } from '#domain/procedures/index.ts'
import type { Reading } from '#platform/statement.ts'
import { placeOf, type DatedCase, type Scope } from './dated-case.ts'
import { getDatedCase, listChosenDatedCases } from './load-queries.ts'
import { groundOf, type CountedCase, type Settling } from './settle-clock.ts'
import { isSameDue, settle, type Settled } from './settlement.ts'

/**
 * Counts a case as if it were under another type from its receipt on, in the stages with which that type begins, and
 * nothing set by hand; writes nothing.
 */
export async function countUnder(
  db: Reading,
  { caseId, now, version }: Settling & { readonly version: CaseTypeVersion },
): Promise<CountedCase> {
  const found = await getDatedCase(db, { caseId })
  const dated = {
    ...found,
    targetOn: null,
    targetDays: null,
    stages: openingStages(version.procedure).map(({ track, stage }) => ({
      track: track.code,
      code: stage.code,
      receivedOn: found.receivedOn,
      startedAt: now.toISOString(),
      endedAt: null,
      dueOn: null,
    })),
    events: found.events.filter(({ stage }) => stage === ''),
    deadlines: [],
    tasks: [],
    drafts: [],
  }
  const ground = await groundOf(db, version)
  return { dated, ground, ...settle(dated, ground, { inFull: true, now }) }
}

/** A deadline of a case that another version of its type dates anew, brings (no date before) or takes away. */
export interface DateMove extends Scope {
  readonly caseId: number
  readonly code: string
  readonly before: string | null
  readonly after: string | null
}

/** An open case and the stage that it goes to where the version does not have the one that it is in. */
export interface CaseUnder {
  readonly caseId: number
  readonly goes?: Scope & { readonly to: string }
}

/** What would become of the deadlines of open cases under another version of their type; writes nothing. */
export async function datesUnder(
  db: Reading,
  { cases, version, now }: DatesAsked,
): Promise<readonly DateMove[]> {
  const ground = await groundOf(db, version)
  const going = new Map(cases.map((each) => [each.caseId, each.goes]))
  const found = await listChosenDatedCases(db, { caseIds: [...going.keys()] })
  return found.flatMap((each) => {
    const dated = gone(each, going.get(each.caseId))
    return movesOf(settle(dated, ground, { inFull: true, now }), dated)
  })
}

interface DatesAsked {
  readonly cases: readonly CaseUnder[]
  readonly version: CaseTypeVersion
  readonly now: Date
}

/** The same case in the stage that it goes to: that begins when the one began that it is in, and takes on its clock. */
function gone(dated: DatedCase, goes: CaseUnder['goes']): DatedCase {
  if (!goes) return dated
  const { track, stage, to } = goes
  const { stages, events, deadlines } = dated
  return {
    ...dated,
    stages: stages
      .filter((each) => each.track !== track || each.code !== to)
      .map((each) => (each.track === track && each.code === stage ? { ...each, code: to } : each)),
    events: takenOn(events, goes),
    deadlines: takenOn(deadlines, goes),
  }
}

/** What was of one stage, as what is of the other; what was of that one before is no matter any more. */
const takenOn = <T extends Scope>(
  all: readonly T[],
  { track, stage, to }: Scope & { readonly to: string },
): readonly T[] =>
  all
    .filter((each) => each.track !== track || each.stage !== to)
    .map((each) => (each.track === track && each.stage === stage ? { ...each, stage: to } : each))

function movesOf({ deadlines, settlement }: Settled, dated: DatedCase): readonly DateMove[] {
  const { caseId } = dated
  const held = new Map(dated.deadlines.map((each) => [placeOf(each), each.dueAt ?? each.dueOn]))
  const counted = deadlines.map(({ track, stage, spec: { code }, dueAt, dueOn }) => {
    const before = held.get(placeOf({ track, stage, code })) ?? null
    return { caseId, track, stage, code, before, after: dueAt ?? dueOn }
  })
  const dropped = settlement.dropped.map((each) => ({
    ...each,
    before: held.get(placeOf(each)) ?? null,
    after: null,
  }))
  return [...counted, ...dropped].filter(({ before, after }) => !isSameDue(before, after))
}
