import { configuredCaseTypes, findCaseType } from '#domain/case-types/index.ts'
import type { CaseTypeVersion } from '#domain/case-types/index.ts'
import { countUnder, type CountedCase } from '#domain/clock/index.ts'
import { configuredOptions } from '#domain/options/index.ts'
import { openingStages } from '#domain/procedures/index.ts'
import { openPlaces, standingOf, type CaseStanding } from '#domain/stages/index.ts'
import type { Reading } from '#platform/statement.ts'
import { sameType } from './errors.ts'
import { mappedFields, type MappedField } from './mapping.ts'
import { getFormer } from './queries.ts'

/** A case that is to come under another type: what it was, and what it would be. */
export interface Leaving {
  readonly standing: CaseStanding
  readonly former: Awaited<ReturnType<typeof getFormer>>
  readonly to: CaseTypeVersion
  readonly mapped: readonly MappedField[]
  /** Its dates as the new type counts them, from the same receipt. */
  readonly counted: CountedCase
  /** What the stages are called that it leaves. */
  readonly stagesLeft: readonly string[]
  readonly stagesBegun: readonly string[]
}

interface Wanted {
  readonly caseId: number
  readonly type: string
  readonly now: Date
}

/** Looks at a case as it is and as it would be under the type of that name; undefined where there is none. */
export async function leavingFor(
  db: Reading,
  { caseId, type, now }: Wanted,
): Promise<Leaving | undefined> {
  const to = findCaseType(await configuredCaseTypes(db), type)
  if (!to) return undefined
  const standing = await standingOf(db, caseId)
  if (standing.caseType.caseTypeId === to.caseTypeId) throw sameType(to.label)
  const from = standing.caseType
  const [former, options] = await Promise.all([getFormer(db, { caseId }), configuredOptions(db)])
  const { attributes } = former
  return {
    standing,
    former,
    to,
    mapped: mappedFields({ from, to, attributes, options }),
    counted: await countUnder(db, { caseId, now, version: to }),
    stagesLeft: openPlaces(standing).map(({ stage }) => stage.name),
    stagesBegun: openingStages(to.procedure).map(({ stage }) => stage.name),
  }
}
