import { isDeepStrictEqual } from 'node:util'
import type { CaseTypeVersion, Field } from '#domain/case-types/index.ts'
import type { Options } from '#domain/options/index.ts'
import { stageOf } from '#domain/procedures/index.ts'
import { mappedFields, type MappedField } from '#domain/re-categorising/index.ts'
import { openPlaces, type CaseStanding, type Place } from '#domain/stages/index.ts'

/** What was chosen for the cases that are moved. */
export interface Choices {
  /** By track and stage that the newer version does not have: the stage to go to. */
  readonly stages: Readonly<Record<string, string>>
  /** Are sensitive answers removed that the newer form has no field for? Else the cases that hold them stay. */
  readonly removesSensitive: boolean
}

/** What a case was before, and what its form holds. */
export interface Before {
  readonly standing: CaseStanding
  readonly attributes: Readonly<Record<string, unknown>>
  readonly options: Options
}

/** A case in a stage that the newer version does not have, and the stage it goes to. */
export interface Leaving {
  readonly left: Place
  readonly entered: Place
}

/** What becomes of a case under a newer version. */
export interface Becoming {
  readonly answers: Readonly<Record<string, unknown>>
  /** What no field holds any more and the history keeps. */
  readonly kept: readonly { readonly label: string; readonly value: string }[]
  /** What is kept nowhere: the labels alone. */
  readonly removed: readonly string[]
  readonly leaving: Leaving | undefined
}

/** Why a case stays under its version: its stage, two stages at once, or a sensitive answer has no place. */
export type Stays = 'stage' | 'stages' | 'sensitive'

/** A stage of a track, as choices name it. */
export const placeKey = (track: string, stage: string): string => `${track}/${stage}`

/** Is a field in both, and no more open than it was? */
export const isCarried = (old: Field, fresh: Field | undefined): fresh is Field =>
  fresh !== undefined &&
  (old.isPublished || !fresh.isPublished) &&
  (old.isSensitive !== true || fresh.isSensitive === true)

const asked = ({ kind, list, values }: Field) => ({ kind, list, values })

/** What becomes of a case under a newer version of its type, or why it stays. */
export function becomingOf(
  before: Before,
  to: CaseTypeVersion,
  choices: Choices,
): Becoming | Stays {
  const places = leavingOf(before.standing, to, choices)
  if (typeof places === 'string') return places
  const { answers, left } = answersUnder(before, to)
  const sensitive = left.filter(({ isSensitive }) => isSensitive)
  if (sensitive.length > 0 && !choices.removesSensitive) return 'sensitive'
  return {
    answers,
    kept: left
      .filter(({ isSensitive }) => !isSensitive)
      .map(({ label, value }) => ({ label, value })),
    removed: sensitive.map(({ label }) => label),
    leaving: places[0],
  }
}

function leavingOf(
  standing: CaseStanding,
  { procedure }: CaseTypeVersion,
  { stages }: Choices,
): readonly Leaving[] | Stays {
  const lost = openPlaces(standing).filter(
    ({ track, stage }) => !stageOf(procedure, track.code, stage.code),
  )
  // the times of both could not be counted from the days on which they began
  if (lost.length > 1) return 'stages'
  const leaving = lost.flatMap((left): Leaving[] => {
    const chosen = stages[placeKey(left.track.code, left.stage.code)] ?? ''
    const track = procedure.tracks.find(({ code }) => code === left.track.code)
    const stage = track?.stages.find(({ code }) => code === chosen)
    return track && stage ? [{ left, entered: { track, stage } }] : []
  })
  return leaving.length === lost.length ? leaving : 'stage'
}

function answersUnder({ standing, attributes, options }: Before, to: CaseTypeVersion) {
  const from = standing.caseType
  const answers = new Map(Object.entries(attributes))
  const left: MappedField[] = []
  for (const mapped of mappedFields({ from, to, attributes, options })) {
    const { id, value, goes = '', fitting } = mapped
    const fresh = to.fields.find((each) => each.id === id)
    if (goes === id || isAsBefore(from.fields, fresh)) continue
    answers.delete(id)
    if (fitting.some((each) => each.id === goes)) answers.set(goes, value)
    else left.push({ ...mapped, isSensitive: mapped.isSensitive || isHidden(fresh) })
  }
  return { answers: Object.fromEntries(answers), left }
}

const isHidden = (field: Field | undefined): boolean => field?.isSensitive === true

/** Does a field ask what it asked? Then what was answered stays, whatever is asked of new answers. */
function isAsBefore(fields: readonly Field[], fresh: Field | undefined): boolean {
  const old = fields.find(({ id }) => id === fresh?.id)
  return old !== undefined && isCarried(old, fresh) && isDeepStrictEqual(asked(old), asked(fresh))
}
