import { caseTypeVersion, type CaseTypeVersion } from '#domain/case-types/index.ts'
import { stageOf, type ProcedureStage } from '#domain/procedures/index.ts'
import type { Reading } from '#platform/statement.ts'
import { isCarried, placeKey } from './becoming.ts'
import { listOlderStages, listOlderWork } from './queries.ts'

/** A stage in which open cases are and that the version in force does not have. */
export interface LostStage {
  readonly track: string
  readonly stage: string
  readonly name: string
  readonly cases: number
  /** The stages to which they can go. */
  readonly choices: readonly { readonly code: string; readonly name: string }[]
}

/** The name under which a form sends where cases go that are in a stage. */
export const stageParameter = (track: string, stage: string): string => `Stage.${track}.${stage}`

/** The stages without a counterpart, of the cases that the reader may know of. */
export async function lostStages(db: Reading, to: CaseTypeVersion): Promise<readonly LostStage[]> {
  const { caseTypeId, version, procedure } = to
  const lost = new Map<string, LostStage>()
  for (const found of await listOlderStages(db, { caseTypeId, version })) {
    const { track, stage } = found
    if (stageOf(procedure, track, stage)) continue
    const key = placeKey(track, stage)
    const from = await caseTypeVersion(db, { caseTypeId, version: found.version })
    const name = stageOf(from.procedure, track, stage)?.name ?? stage
    const cases = found.cases + (lost.get(key)?.cases ?? 0)
    lost.set(key, { track, stage, name, cases, choices: stagesOf(to, track) })
  }
  return [...lost.values()]
}

const stagesOf = ({ procedure }: CaseTypeVersion, track: string): LostStage['choices'] =>
  procedure.tracks
    .filter(({ code }) => code === track)
    .flatMap(({ stages }) => stages.map(({ code, name }) => ({ code, name })))

/** A field of an older version that the version in force does not have, or has for more readers. */
export interface LostField {
  readonly label: string
  readonly isSensitive: boolean
}

/** The fields without a counterpart. */
export function lostFields(
  to: CaseTypeVersion,
  versions: readonly CaseTypeVersion[],
): readonly LostField[] {
  const lost = new Map<string, LostField>()
  for (const field of versions.flatMap(({ fields }) => fields)) {
    const fresh = to.fields.find(({ id }) => id.toLowerCase() === field.id.toLowerCase())
    const { id, label } = field
    const isSensitive = field.isSensitive === true || fresh?.isSensitive === true
    if (!isCarried(field, fresh)) lost.set(id, { label, isSensitive })
  }
  return [...lost.values()]
}

/** The stages that the version in force does not have, and the letters that its stages do not draft any more. */
export interface LostParts {
  readonly stages: readonly string[]
  readonly letters: readonly string[]
}

/** What of older procedures is no part of that of the version in force. */
export function lostParts(
  { procedure }: CaseTypeVersion,
  versions: readonly CaseTypeVersion[],
): LostParts {
  const placed = versions.flatMap(({ procedure: { tracks } }) =>
    tracks.flatMap((track) => track.stages.map((stage) => ({ track, stage }))),
  )
  const kept = new Set(procedure.tracks.flatMap(({ stages }) => stages.flatMap(templatesOf)))
  const stages = placed.filter(({ track, stage }) => !stageOf(procedure, track.code, stage.code))
  const letters = placed
    .flatMap(({ stage }) => templatesOf(stage))
    .filter((each) => !kept.has(each))
  return {
    stages: [...new Set(stages.map(({ stage }) => stage.name))],
    letters: [...new Set(letters)],
  }
}

const templatesOf = ({ letters }: ProcedureStage): readonly string[] =>
  letters.map(({ template }) => template.toUpperCase())

/** Tasks and letters that wait in stages that the version in force does not have. */
export async function lostWork(db: Reading, to: CaseTypeVersion) {
  const { caseTypeId, version, procedure } = to
  const work = await listOlderWork(db, { caseTypeId, version })
  return work
    .filter(({ track, stage }) => !stageOf(procedure, track, stage))
    .map(({ kind, name, cases }) => ({ kind, name, cases }))
}
