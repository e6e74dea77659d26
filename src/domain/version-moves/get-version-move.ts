import { unknownPublishedType } from '#domain/case-type-drafts/index.ts'
import { caseTypeVersion, type CaseTypeVersion } from '#domain/case-types/index.ts'
import type { DateMove } from '#domain/clock/index.ts'
import { toldMoves } from '#domain/recomputation/index.ts'
import { stageOf } from '#domain/procedures/index.ts'
import { integer, text } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import type { Reading } from '#platform/statement.ts'
import { choiceParameters, chosen } from './choices.ts'
import { lookAt, type Look } from './look.ts'
import { lostFields, lostParts, lostStages, lostWork, type LostField } from './lost.ts'
import { typeInForce } from './move-open-cases.ts'
import { countOlderCases, findLatestMove, listLines } from './queries.ts'

/** How many of anything are shown, and how many results on a page. */
const [shown, pageLength] = [20, 50]

/** What would become of the open cases of a type under the version in force, and what a move of them has come to. */
export const getVersionMove = operation({
  name: 'getversionmove',
  summary: 'Show what becomes of open cases under the version in force',
  effect: 'read',
  isSensitive: true,
  isWebOnly: true,
  permission: 'case-type.manage',
  parameters: {
    caseType: required(text({ max: 200 }), 'Case type'),
    after: optional(integer({ min: 0, max: 999_999_999_999 }), 'Results after the case'),
    ...choiceParameters,
  },
  errors: [unknownPublishedType],
  returns: 'content',
  examples: [{ CaseType: 'Roundabout' }],

  async handle({ input, db, now, refuse }) {
    const to = await typeInForce(db, input.caseType)
    if (!to) throw refuse(unknownPublishedType)
    const { caseTypeId, version, name } = to
    const older = await countOlderCases(db, { caseTypeId, version })
    const versions = await Promise.all(
      older.map((each) => caseTypeVersion(db, { caseTypeId, version: each.version })),
    )
    const stages = await lostStages(db, to)
    const { choices } = chosen(stages, input)
    const look = await lookAt(db, to, { choices, now })
    return {
      name,
      version,
      older,
      stages,
      fields: fieldsOf(lostFields(to, versions), look),
      parts: lostParts(to, versions),
      work: await lostWork(db, to),
      becomesConfidential: to.isConfidential && versions.some((each) => !each.isConfidential),
      lookedAt: look.cases,
      staying: { cases: look.staying.length, first: look.staying.slice(0, shown) },
      dates: datesOf(look, [to, ...versions]),
      latest: await latestOf(db, to, input.after ?? 0),
    }
  },
})

function datesOf({ dates }: Look, versions: readonly CaseTypeVersion[]) {
  const { moves, ...counts } = toldMoves(dates)
  const named = moves.map(({ track, stage, ...move }) => ({
    ...move,
    code: deadlineName({ track, stage, code: move.code }, versions),
  }))
  return { ...counts, moves: named }
}

/** What a deadline is called in the first version that has it. */
function deadlineName(
  { track, stage, code }: Pick<DateMove, 'track' | 'stage' | 'code'>,
  versions: readonly CaseTypeVersion[],
): string {
  const named = versions
    .flatMap(({ procedure }) =>
      stage === '' ? procedure.deadlines : (stageOf(procedure, track, stage)?.deadlines ?? []),
    )
    .find((each) => each.code === code)
  return named?.name ?? code
}

/** Fields without a counterpart, with the cases that hold an answer, and those of which an answer fits no more. */
function fieldsOf(lost: readonly LostField[], { answers }: Look) {
  const lacking = lost.map((field) => ({ ...field, isGone: true, ...held(answers, field.label) }))
  const known = new Set(lost.map(({ label }) => label))
  const unfitting = [...answers]
    .filter(([label]) => !known.has(label))
    .map(([label, each]) => ({ label, isGone: false, ...each }))
  return [...lacking, ...unfitting]
}

function held(answers: Look['answers'], label: string) {
  const { cases = 0, example } = answers.get(label) ?? {}
  return { cases, example }
}

async function latestOf(db: Reading, { caseTypeId }: CaseTypeVersion, after: number) {
  const latest = await findLatestMove(db, { caseTypeId })
  if (!latest) return undefined
  const { move, ...rest } = latest
  const found = await listLines(db, { move, after, most: pageLength + 1 })
  const lines = found.slice(0, pageLength)
  const next = found.length > pageLength ? lines.at(-1)?.caseId : undefined
  return { ...rest, lines, next }
}
