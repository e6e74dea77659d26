import type { CaseTypeVersion } from '#domain/case-types/index.ts'
import { datesUnder, type CaseUnder, type DateMove } from '#domain/clock/index.ts'
import { configuredOptions } from '#domain/options/index.ts'
import { standingOf } from '#domain/stages/index.ts'
import type { Reading } from '#platform/statement.ts'
import { becomingOf, type Becoming, type Choices, type Stays } from './becoming.ts'
import { goesTo } from './move-case.ts'
import { listOlderCases } from './queries.ts'

/** How many cases a look is at. */
const most = 500

/** What would become of the first open cases under the version in force. */
export interface Look {
  readonly cases: number
  readonly staying: readonly { readonly caseId: number; readonly why: Stays }[]
  /** By the label of a field that cannot hold it any more: in how many cases, and the first of them. */
  readonly answers: ReadonlyMap<string, Held>
  readonly dates: readonly DateMove[]
}

/** Cases that hold an answer without a field. */
export interface Held {
  readonly isSensitive: boolean
  readonly cases: number
  readonly example: number
}

interface LookedAt {
  readonly caseId: number
  readonly becoming: Becoming | Stays
}

/** Looks at the first open cases under older versions as they would be; writes nothing. */
export async function lookAt(
  db: Reading,
  to: CaseTypeVersion,
  { choices, now }: { readonly choices: Choices; readonly now: Date },
): Promise<Look> {
  const looked = await becomingAll(db, to, choices)
  const staying = looked.flatMap((each) => {
    const why = whyStays(each, choices)
    return why ? [{ caseId: each.caseId, why }] : []
  })
  const cases = looked.flatMap((each): CaseUnder[] => {
    const { caseId, becoming } = each
    if (typeof becoming === 'string' || whyStays(each, choices)) return []
    return [{ caseId, ...goesTo(becoming.leaving) }]
  })
  return {
    cases: looked.length,
    staying,
    answers: answersOf(looked),
    dates: await datesUnder(db, { cases, version: to, now }),
  }
}

async function becomingAll(
  db: Reading,
  to: CaseTypeVersion,
  { stages }: Choices,
): Promise<readonly LookedAt[]> {
  const { caseTypeId, version } = to
  const options = await configuredOptions(db)
  const looked: LookedAt[] = []
  for (const { caseId, attributes } of await listOlderCases(db, { caseTypeId, version, most })) {
    const before = { standing: await standingOf(db, caseId), attributes, options }
    looked.push({ caseId, becoming: becomingOf(before, to, { stages, removesSensitive: true }) })
  }
  return looked
}

function whyStays({ becoming }: LookedAt, { removesSensitive }: Choices): Stays | undefined {
  if (typeof becoming === 'string') return becoming
  return becoming.removed.length > 0 && !removesSensitive ? 'sensitive' : undefined
}

function answersOf(looked: readonly LookedAt[]): Look['answers'] {
  const answers = new Map<string, Held>()
  for (const { caseId, becoming } of looked) {
    if (typeof becoming === 'string') continue
    const kept = becoming.kept.map(({ label }) => ({ label, isSensitive: false }))
    const removed = becoming.removed.map((label) => ({ label, isSensitive: true }))
    for (const { label, isSensitive } of [...kept, ...removed]) {
      const held = answers.get(label)
      const cases = (held?.cases ?? 0) + 1
      answers.set(label, { isSensitive, cases, example: held?.example ?? caseId })
    }
  }
  return answers
}
