import { caseReference } from '#domain/access/index.ts'
import {
  lackingForEnding,
  namesIn,
  outcomesOf,
  allLacking,
  type CaseFacts,
  type NameOf,
  type Track,
} from '#domain/procedures/index.ts'
import { operation } from '#kernel/operation.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { factsOf } from './facts.ts'
import { stillOpenBeside } from './move-stage.ts'
import { namesOfCase } from './names.ts'
import { isTooLate } from './reopen-case.ts'
import type { StageRecord } from './standing-queries.ts'
import { hasBegun, openPlaces, standingOf, type CaseStanding, type Place } from './standing.ts'

interface Ground {
  readonly standing: CaseStanding
  readonly facts: CaseFacts
  readonly nameOf: NameOf
}

/** Where a case stands in what it goes through, and every way on from there with what is lacking for it. */
export const getProcedure = operation({
  name: 'getprocedure',
  summary: 'Show where a case stands and how it can go on',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'case.view',
  subject: 'case',
  parameters: { case: caseReference },
  errors: [unknownCase],
  returns: 'content',
  examples: [{ CaseId: '1001' }],

  async handle({ db, actor, now, subject: { caseId, isClosed } }) {
    const standing = await standingOf(db, caseId)
    const { caseType, status, team, owner, closedOn, endingReason } = standing
    const facts = await factsOf(db, standing, actor)
    const nameOf = namesIn(caseType.procedure, await namesOfCase(db, caseType))
    const ground = { standing, facts, nameOf }
    const may = (what: Parameters<typeof actor.permissions.has>[0]) => actor.permissions.has(what)
    return {
      caseId,
      caseType: caseType.label,
      isClosed,
      status,
      team,
      owner,
      closedOn,
      endingReason,
      tracks: caseType.procedure.tracks.map((track) => shownTrack(ground, track)),
      endings: isClosed ? [] : shownEndings(ground),
      reopenings: isClosed ? shownReopenings(standing, now) : [],
      mayMove: may('case.stage.move'),
      mayEnd: may('case.end'),
      mayReopen: may('case.reopen'),
    }
  },
})

function shownTrack(ground: Ground, track: Track) {
  const { standing, facts, nameOf } = ground
  const place = openPlaces(standing).find((each) => each.track === track)
  const isBegun = hasBegun(standing, track)
  const entry = track.stages[0]?.entry ?? []
  return {
    code: track.code,
    name: track.name,
    isBegun,
    isOpen: place !== undefined,
    lackingToBegin: isBegun ? [] : allLacking(entry, { ...facts, actor: undefined }, nameOf),
    stages: track.stages.map(({ code, name }) => {
      const record = standing.stages.find((each) => each.track === track.code && each.code === code)
      return { code, name, ...shownRecord(record) }
    }),
    current: place && { code: place.stage.code, name: place.stage.name },
    outcomes: place ? shownOutcomes(ground, place) : [],
  }
}

const nowhere: Pick<StageRecord, Shown> = Object.freeze({
  startedAt: null,
  endedAt: null,
  dueOn: null,
  outcome: null,
  outcomeDetails: null,
  outcomeBy: null,
  isInTarget: null,
})
type Shown =
  'startedAt' | 'endedAt' | 'dueOn' | 'outcome' | 'outcomeDetails' | 'outcomeBy' | 'isInTarget'

function shownRecord(record: StageRecord | undefined) {
  const { startedAt, endedAt, dueOn, outcome, outcomeDetails, outcomeBy, isInTarget } =
    record ?? nowhere
  return {
    standing: standingIn(record),
    startedAt: momentOf(startedAt),
    endedAt: momentOf(endedAt),
    dueOn,
    outcome,
    outcomeDetails,
    outcomeBy,
    isInTarget,
  }
}

const momentOf = (text: string | null): Date | null => (text === null ? null : new Date(text))

function standingIn(record: StageRecord | undefined): 'done' | 'current' | 'to come' {
  if (!record) return 'to come'
  return record.endedAt === null ? 'current' : 'done'
}

const shownOutcomes = ({ standing, facts, nameOf }: Ground, place: Place) =>
  outcomesOf(standing.caseType.procedure, { ...place, facts, nameOf }).map(
    ({ outcome, lacking }) => ({
      code: outcome.code,
      label: outcome.label,
      leadsTo: leadsInWords(place, outcome.leadsTo),
      lacking: [...lacking, ...stillOpenBeside(standing, place, outcome)],
    }),
  )

function leadsInWords({ track }: Place, leadsTo: Place['stage']['outcomes'][number]['leadsTo']) {
  if (leadsTo === 'closure') return 'The case is closed'
  if (leadsTo === 'track end') return `“${track.name}” ends`
  const next = track.stages.find(({ code }) => code === leadsTo.stage)
  return `Leads to “${next?.name ?? leadsTo.stage}”`
}

const shownEndings = ({ standing, facts, nameOf }: Ground) =>
  standing.caseType.procedure.endings.map((ending) => ({
    code: ending.code,
    label: ending.label,
    isReasonRequired: ending.kind !== 'closed',
    lacking: lackingForEnding(ending, { facts, nameOf }),
  }))

const shownReopenings = (standing: CaseStanding, now: Date) =>
  standing.caseType.procedure.reopenings.map(({ code, label, withinDays, later }) => {
    const isLate = isTooLate(standing, withinDays, now)
    return { code, label, instead: isLate ? later : null, withinDays: withinDays ?? null }
  })
