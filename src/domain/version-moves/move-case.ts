import { isPublicationField } from '#domain/attributes/index.ts'
import type { CaseTypeVersion } from '#domain/case-types/index.ts'
import { datesUnder, type CaseUnder, type DateMove } from '#domain/clock/index.ts'
import { configuredOptions } from '#domain/options/index.ts'
import { stageOf } from '#domain/procedures/index.ts'
import { ratingUnder } from '#domain/re-categorising/index.ts'
import {
  carryOut,
  dropWorkOfStage,
  openPlaces,
  standingOf,
  type CaseStanding,
} from '#domain/stages/index.ts'
import type { Doing } from '#domain/stages/index.ts'
import type { Writing } from '#platform/statement.ts'
import { becomingOf, type Becoming, type Choices, type Leaving, type Stays } from './becoming.ts'
import { getMovable } from './queries.ts'
import { freeNumbers, numberStages, putUnderVersion } from './write-queries.ts'

/** A case that is to be moved, which must be locked. */
export interface ToMove {
  readonly caseId: number
  readonly to: CaseTypeVersion
  readonly choices: Choices
  readonly doing: Doing
}

/** Moves a case to a newer version of its type, settles its dates and tells its history; or says why it stays. */
export async function moveToVersion(
  db: Writing,
  { caseId, to, choices, doing }: ToMove,
): Promise<'moved' | Stays> {
  const standing = await standingOf(db, caseId)
  const movable = await getMovable(db, { caseId })
  const { attributes } = movable
  const before = { standing, attributes, options: await configuredOptions(db) }
  const becoming = becomingOf(before, to, choices)
  if (typeof becoming === 'string') return becoming
  const { leaving } = becoming
  const dates = await datesUnder(db, {
    cases: [{ caseId, ...goesTo(leaving) }],
    version: to,
    now: doing.now,
  })
  const rating = ratingUnder(to, movable.rating)
  putUnder(db, { standing, movable: { ...movable, rating }, to, becoming })
  renumber(db, standing, to)
  if (leaving) leave(db, caseId, { leaving, doing })
  const news = newsOf({ standing, to, becoming, movable, rating, dates })
  await carryOut(
    db,
    { caseId, caseType: to },
    { ...(leaving ? entering(leaving, standing, to) : {}), doing, news },
  )
  return 'moved'
}

/** The stage that a case goes to, as the clock asks for it. */
export const goesTo = (leaving: Leaving | undefined): Pick<CaseUnder, 'goes'> =>
  leaving
    ? {
        goes: {
          track: leaving.left.track.code,
          stage: leaving.left.stage.code,
          to: leaving.entered.stage.code,
        },
      }
    : {}

function withoutCase(date: DateMove): Omit<DateMove, 'caseId'> {
  const { caseId: _, ...rest } = date
  return rest
}

interface Putting {
  readonly standing: CaseStanding
  readonly movable: Awaited<ReturnType<typeof getMovable>>
  readonly to: CaseTypeVersion
  readonly becoming: Becoming
}

function putUnder(db: Writing, { standing, movable, to, becoming: { answers } }: Putting): void {
  const from = standing.caseType
  const lost = Object.keys(movable.attributes).filter((name) => !Object.hasOwn(answers, name))
  void putUnderVersion(db, {
    caseId: standing.caseId,
    version: to.version,
    label: movable.label === from.label ? to.label : movable.label,
    rating: movable.rating,
    answers,
    isPublicationLost: lost.some(isPublicationField),
    ...shownOf(standing, to),
  })
}

const nothingShown = { statusBefore: null, statusAfter: null, stage: null }

/** What a case shows of a stage of the main track that it is in and that the newer version has too. */
function shownOf(standing: CaseStanding, { procedure }: CaseTypeVersion) {
  const [main] = procedure.tracks
  const place = openPlaces(standing).find(({ track }) => track.code === main?.code)
  const stage = place && stageOf(procedure, place.track.code, place.stage.code)
  if (!stage) return nothingShown
  const { status, number = null } = stage
  return { statusBefore: place.stage.status, statusAfter: status, stage: number }
}

function renumber(db: Writing, { caseId, stages }: CaseStanding, { procedure }: CaseTypeVersion) {
  const numbers = procedure.tracks.flatMap((track) =>
    track.stages.flatMap(({ number }) => number ?? []),
  )
  const numbered = stages.flatMap(({ track, code }) => {
    const stage = stageOf(procedure, track, code)
    return stage ? [{ track, code, number: stage.number ?? null }] : []
  })
  void freeNumbers(db, { caseId, numbers, stages: numbered })
  void numberStages(db, { caseId, stages: numbered })
}

const leave = (
  db: Writing,
  caseId: number,
  { leaving: { left }, doing: { author, now } }: { leaving: Leaving; doing: Doing },
): void =>
  void dropWorkOfStage(db, {
    reason: 'The case was moved to a newer version of its type',
    caseId,
    track: left.track.code,
    stage: left.stage.code,
    author,
    now,
  })

/** The stage that begins counts from the day on which the one that is no more began. */
function entering({ left, entered }: Leaving, { stages }: CaseStanding, to: CaseTypeVersion) {
  const record = stages.find(
    ({ track, code }) => track === left.track.code && code === left.stage.code,
  )
  const outcome = { code: 'moved', label: `Moved to version ${to.version}` }
  const isMain = entered.track === to.procedure.tracks[0]
  return {
    ended: [{ ...left, outcome, details: null, isOwnOutcome: false }],
    entered: [entered],
    ...(isMain ? { showing: entered } : {}),
    goesOnFrom: left,
    ...(record ? { countedFrom: record.startedOn } : {}),
  }
}

const newsOf = ({
  standing,
  to,
  becoming: { kept, removed, leaving },
  movable,
  rating,
  dates,
}: Putting & { readonly rating: string | null; readonly dates: readonly DateMove[] }) => ({
  kind: 'caseMovedToVersion' as const,
  particulars: {
    from: String(standing.caseType.version),
    to: String(to.version),
    stagesLeft: leaving?.left.stage.name ?? '',
    stagesBegun: leaving?.entered.stage.name ?? '',
    kept: [
      ...kept,
      ...(movable.rating === null || movable.rating === rating
        ? []
        : [{ label: 'Rating', value: movable.rating }]),
    ],
    removed,
    dates: dates.map(withoutCase),
  },
})
