import { readOfCase } from '#domain/access/index.ts'
import { detailsOfCase, type DetailField } from '#domain/details/index.ts'
import {
  begunWith,
  conditionsOfEnding,
  conditionsOfOutcome,
  fieldsIn,
  namesIn,
  needsFor,
  needsForEnding,
  outcomesOf,
  type CaseFacts,
  type NameOf,
  type Need,
  type Track,
  type StageOutcome,
} from '#domain/procedures/index.ts'
import { operation } from '#kernel/operation.ts'
import type { Reading } from '#platform/statement.ts'
import { factsOf } from './facts.ts'
import { listUndoneWork } from './move-queries.ts'
import { stillOpenBeside } from './move-stage.ts'
import { namesOfCase } from './names.ts'
import { isTooLate } from './reopen-case.ts'
import type { StageRecord } from './standing-queries.ts'
import { hasBegun, openPlaces, standingOf, type CaseStanding, type Place } from './standing.ts'

interface Ground {
  readonly standing: CaseStanding
  readonly facts: CaseFacts
  readonly nameOf: NameOf
  readonly undone: Awaited<ReturnType<typeof listUndoneWork>>
}

/** Where a case stands in what it goes through, and every way on from there with what is lacking for it. */
export const getProcedure = operation({
  name: 'getprocedure',
  summary: 'Show where a case stands and how it can go on',
  ...readOfCase,
  isSensitive: true,
  permission: 'case.view',
  examples: [{ CaseId: '1001' }],

  async handle({ db, actor, now, subject: { caseId, isClosed } }) {
    const standing = await standingOf(db, caseId)
    const { caseType, status, team, owner, closedOn, endingReason } = standing
    const facts = await factsOf(db, standing, actor)
    const nameOf = namesIn(caseType.procedure, await namesOfCase(db, caseType))
    const undone = isClosed ? [] : await listUndoneWork(db, { caseId })
    const ground = { standing, facts, nameOf, undone }
    const may = (what: Parameters<typeof actor.permissions.has>[0]) => actor.permissions.has(what)
    const tracks = caseType.procedure.tracks.map((track) => shownTrack(ground, track))
    const endings = isClosed ? [] : shownEndings(ground)
    return {
      caseId,
      caseType: caseType.label,
      isClosed,
      status,
      team,
      owner,
      closedOn,
      endingReason,
      tracks,
      endings,
      fields: await fieldsAsked(db, caseId, [
        ...tracks.flatMap(({ outcomes }) => outcomes),
        ...endings,
      ]),
      reopenings: isClosed && !standing.isMerged ? shownReopenings(standing, now) : [],
      mayMove: may('case.stage.move'),
      mayEnd: may('case.end'),
      mayReopen: may('case.reopen'),
      mayChangeDetails: may('case.update'),
      mayRecordEvents: may('case.clock.record'),
      mayAssign: may('case.assign'),
    }
  },
})

/** The fields that ways on ask for, with what is stored of them. */
async function fieldsAsked(
  db: Reading,
  caseId: number,
  ways: readonly { readonly fields: readonly string[] }[],
): Promise<readonly DetailField[]> {
  const asked = ways.flatMap(({ fields }) => fields)
  return asked.length === 0 ? [] : (await detailsOfCase(db, caseId, asked)).fields
}

function shownTrack(ground: Ground, track: Track) {
  const { standing, facts, nameOf, undone } = ground
  const place = openPlaces(standing).find((each) => each.track === track)
  const isBegun = hasBegun(standing, track)
  const entry = track.stages[0]?.entry ?? []
  return {
    code: track.code,
    name: track.name,
    isBegun,
    isOpen: place !== undefined,
    needsToBegin: isBegun
      ? []
      : needsFor(entry, { ...facts, actor: undefined }, nameOf).map(shownNeed),
    stages: track.stages.map(({ code, name }) => {
      const record = standing.stages.find((each) => each.track === track.code && each.code === code)
      return { code, name, ...shownRecord(record) }
    }),
    current: place && { code: place.stage.code, name: place.stage.name },
    outcomes: place ? shownOutcomes(ground, place) : [],
    undone: undone
      .filter((each) => each.track === track.code && each.stage === place?.stage.code)
      .map(({ name }) => name),
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

const otherTrack = 'other track' as const

/** Something that is lacking, as it is shown: of which kind it is says where it is met. */
export interface ShownNeed {
  readonly kind: Need['condition']['kind'] | typeof otherTrack
  readonly text: string
}

const shownNeed = ({ condition: { kind }, text }: Need): ShownNeed => ({ kind, text })

const shownOutcomes = ({ standing, facts, nameOf }: Ground, place: Place) =>
  outcomesOf(standing.caseType.procedure, { ...place, facts, nameOf }).map(
    ({ outcome, needs }) => ({
      code: outcome.code,
      label: outcome.label,
      leadsTo: [leadsInWords(place, outcome.leadsTo), ...beginsInWords(standing, outcome)].join(
        '; ',
      ),
      needs: [
        ...needs.map(shownNeed),
        ...stillOpenBeside(standing, place, outcome).map((text) => ({ kind: otherTrack, text })),
      ],
      fields: fieldsIn(conditionsOfOutcome(standing.caseType.procedure, place, outcome)),
    }),
  )

function leadsInWords({ track }: Place, leadsTo: Place['stage']['outcomes'][number]['leadsTo']) {
  if (leadsTo === 'closure') return 'The case is closed'
  if (leadsTo === 'track end') return `“${track.name}” ends`
  const next = track.stages.find(({ code }) => code === leadsTo.stage)
  return `Leads to “${next?.name ?? leadsTo.stage}”`
}

const beginsInWords = (standing: CaseStanding, outcome: StageOutcome): readonly string[] =>
  begunWith(standing.caseType.procedure, outcome).flatMap(({ track }) =>
    hasBegun(standing, track) ? [] : `“${track.name}” begins`,
  )

const shownEndings = ({ standing, facts, nameOf }: Ground) =>
  standing.caseType.procedure.endings.map((ending) => ({
    code: ending.code,
    label: ending.label,
    isReasonRequired: ending.kind !== 'closed',
    needs: needsForEnding(ending, { facts, nameOf }).map(shownNeed),
    fields: fieldsIn(conditionsOfEnding(ending)),
  }))

const shownReopenings = (standing: CaseStanding, now: Date) =>
  standing.caseType.procedure.reopenings.map(({ code, label, withinDays, later }) => {
    const isLate = isTooLate(standing, withinDays, now)
    return { code, label, instead: isLate ? later : null, withinDays: withinDays ?? null }
  })
