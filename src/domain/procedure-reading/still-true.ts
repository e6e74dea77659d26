import { checkFlow, type Procedure } from '#domain/procedures/index.ts'
import type { LostPart } from './shape.ts'

/** Without one of these lists nothing can be said of what refers to it. */
const lists =
  /^(fields|actions|ratings|stages|tasks|procedure(\.(events|tracks|stages|deadlines|endings|reopenings|assignment|clearances))?)$/
const ways = /\.(tracks|stages|outcomes|reopenings)(\[\d+\])?$|\.leadsTo$/

/**
 * Of the faults found in a procedure of which parts could not be read, those that do not come of what is missing:
 * none that names a lost part, and none of its ways where a stage or outcome is lost.
 */
export function stillTrue(
  faults: readonly string[],
  procedure: Procedure,
  lost: readonly LostPart[],
): readonly string[] {
  if (lost.some(({ path }) => lists.test(path))) return []
  const doubtful = new Set(lost.flatMap(({ names }) => names.map((name) => name.toLowerCase())))
  const ofWays = new Set(lost.some(({ path }) => ways.test(path)) ? checkFlow(procedure) : [])
  return faults.filter(
    (fault) => !ofWays.has(fault) && !wordsOf(fault).some((word) => doubtful.has(word)),
  )
}

const wordsOf = (fault: string): readonly string[] => fault.toLowerCase().match(/[\w.-]*\w/g) ?? []
