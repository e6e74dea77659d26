import { caseReference } from '#domain/access/index.ts'
import { changeDetails, detailsChangedMeanwhile, everyField } from '#domain/details/index.ts'
import {
  begunWith,
  conditionsOfOutcome,
  fieldsIn,
  namesIn,
  nextStage,
  outcomesOf,
  stageOf,
  type StageOutcome,
} from '#domain/procedures/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { chosen } from '#kernel/kind.ts'
import { flag, longText, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { unknownCase, type Flaw } from '#kernel/refusal.ts'
import type { Reading } from '#platform/statement.ts'
import { carryOut, doingOf, type Change, type Closing } from './carry-out.ts'
import { against, caseClosed, flaw, flawsOf, movedMeanwhile, refuseFlaws } from './errors.ts'
import { factsOf } from './facts.ts'
import { listUndoneWork } from './move-queries.ts'
import { whatHappenedTo } from './moved-meanwhile.ts'
import { namesOfCase } from './names.ts'
import { countedFrom, receivedParameter } from './stage-times.ts'
import {
  hasBegun,
  openPlaces,
  standingOf,
  trackNamed,
  type CaseStanding,
  type Place,
} from './standing.ts'

/**
 * Ends the stage that a track of a case is in, by an outcome, and begins what that leads to. The fields that it asks
 * for can be sent with it.
 */
export const moveStage = operation({
  name: 'movestage',
  summary: 'Move a case on from the stage that it is in',
  effect: 'write',
  permission: 'case.stage.move',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    track: optional(shortText, 'Track'),
    stage: optional(shortText, 'The stage that it was seen in'),
    outcome: required(chosen(shortText), 'Outcome'),
    details: optional(longText, 'What else there is to say of the outcome'),
    ...receivedParameter,
    dropUndone: optional(flag, 'What the stage leaves undone is no longer needed'),
    raw: everyField,
  },
  errors: [unknownCase, caseClosed, movedMeanwhile, detailsChangedMeanwhile],
  returns: reply<{ caseId: number; stage?: string }>('movestageresponse', {
    caseId: 'caseid',
    stage: 'stage',
  }),
  examples: [
    { CaseId: '1021', Stage: 'first', Outcome: 'escalated', DropUndone: 'true' },
    { CaseId: '1071', Stage: 'first', Outcome: 'answered', 'Field.Finding': 'A leak' },
  ],

  async handle({ input, db, actor, now, subject: { caseId, isClosed }, refuse, record }) {
    const standing = await standingOf(db, caseId)
    const track = trackNamed(standing, input.track)
    const meanwhile = whatHappenedTo(standing, track, input.stage?.trim())
    if (meanwhile !== undefined)
      throw refuse(movedMeanwhile, [{ parameter: 'Stage', kind: 'invalid', message: meanwhile }])
    if (isClosed) throw refuse(caseClosed)
    const place = openPlaces(standing).find((each) => each.track === track)
    if (!place) throw against('Track', `“${track.name}” is not in any stage now`)
    const doing = doingOf({ actor, now })
    const outcome = outcomeIn(place, input.outcome)
    const since = sinceOf(standing, place, { outcome, received: input.received, now })
    const asked = fieldsIn(conditionsOfOutcome(standing.caseType.procedure, place, outcome))
    const { raw } = input
    const fields = await changeDetails(db, { caseId, raw, only: asked, author: actor.name, now })
    refuseFlaws(await flawsIn(db, { standing, place, outcome, actor }))
    const change = changeBy(standing, place, { outcome, details: input.details ?? null })
    const dropping =
      input.dropUndone === true ? await droppingOf(db, place, { caseId, change }) : {}
    await carryOut(db, standing, { ...change, ...since, ...dropping, doing })
    const stage = nextStage(outcome)
    record(caseId, { from: place.stage.code, outcome: outcome.code, fields })
    return { caseId, ...(stage === undefined ? {} : { stage }) }
  },
})

/** What the stage leaves undone is marked as not needed with the move, and the history names it. */
async function droppingOf(
  db: Reading,
  { track, stage }: Place,
  { caseId, change: { news } }: { readonly caseId: number; readonly change: Change },
): Promise<Pick<Change, 'isUndoneDropped' | 'news'>> {
  const undone = (await listUndoneWork(db, { caseId })).filter(
    (each) => each.track === track.code && each.stage === stage.code,
  )
  const dropped = undone.map(({ name }) => name).join(', ')
  return {
    isUndoneDropped: true,
    news: { ...news, particulars: { ...news.particulars, ...(dropped ? { dropped } : {}) } },
  }
}

interface Received {
  readonly outcome: StageOutcome
  readonly received: string | undefined
  readonly now: Date
}

function sinceOf(
  { stages }: CaseStanding,
  { track, stage }: Place,
  { outcome, received, now }: Received,
) {
  if (received !== undefined && nextStage(outcome) === undefined)
    throw against('Received', `“${outcome.label}” begins no stage, so leave the date received out`)
  const ending = stages.find((each) => each.track === track.code && each.code === stage.code)
  return countedFrom(received, { after: ending?.startedOn, now })
}

function outcomeIn({ stage }: Place, wanted: string): StageOutcome {
  const code = wanted.trim().toLowerCase()
  const found = stage.outcomes.find((outcome) => outcome.code.toLowerCase() === code)
  if (!found) throw against('Outcome', `Outcome is not one of “${stage.name}”`)
  return found
}

interface Chosen {
  readonly standing: CaseStanding
  readonly place: Place
  readonly outcome: StageOutcome
  readonly actor: Actor
}

/** What stands against an outcome. */
async function flawsIn(
  db: Reading,
  { standing, place, outcome, actor }: Chosen,
): Promise<readonly Flaw[]> {
  const { procedure } = standing.caseType
  const facts = await factsOf(db, standing, actor)
  const nameOf = namesIn(procedure, await namesOfCase(db, standing.caseType))
  const possible = outcomesOf(procedure, { ...place, facts, nameOf })
  const needs = possible.find((each) => each.outcome === outcome)?.needs ?? []
  return [
    ...flawsOf('Outcome', needs),
    ...stillOpenBeside(standing, place, outcome).map((text) => flaw('Outcome', text)),
  ]
}

/** A case is not closed by one track while another goes on. */
export const stillOpenBeside = (
  standing: CaseStanding,
  place: Place,
  { leadsTo }: StageOutcome,
): readonly string[] =>
  leadsTo === 'closure'
    ? openPlaces(standing)
        .filter(({ track }) => track !== place.track)
        .map(({ track, stage }) => `“${track.name}” must end first: it is in “${stage.name}”.`)
    : []

function changeBy(
  standing: CaseStanding,
  place: Place,
  { outcome, details }: { readonly outcome: StageOutcome; readonly details: string | null },
): Change {
  const { procedure } = standing.caseType
  const { track, stage } = place
  const next = stageOf(procedure, track.code, nextStage(outcome) ?? '')
  const ended = [{ ...place, outcome, details, isOwnOutcome: true }]
  const told = { track: track.code, from: stage.code, outcome: outcome.label }
  if (outcome.leadsTo === 'closure')
    return {
      ended,
      closing: closingBy(outcome),
      news: { kind: 'caseClosed', particulars: { ...told, how: outcome.label } },
    }
  const begun = begunWith(procedure, outcome).filter((each) => !hasBegun(standing, each.track))
  if (!next) return { ended, entered: begun, news: { kind: 'trackEnded', particulars: told } }
  const going = { track, stage: next }
  return {
    ended,
    entered: [going, ...begun],
    ...(track === procedure.tracks[0] ? { showing: going } : {}),
    news: { kind: 'stageMoved', particulars: { ...told, to: next.code } },
  }
}

const closingBy = ({ code, label }: StageOutcome): Closing => ({
  code,
  label,
  kind: 'closed',
  status: label,
  reason: null,
})
