import type { CaseTypeVersion } from '#domain/case-types/index.ts'
import { labelOf } from '#seeding/generating/label.ts'
import { plannedStages } from '#seeding/generating/plan.ts'
import type { VolumeType } from './volume-queries.ts'
import type { Life, Seeds, Story } from '#seeding/seed-files.ts'

/** How cases of a type are made in great number; throws where the seeds say nothing of it. */
export function toVolumeType(
  caseType: CaseTypeVersion,
  { lives, stories }: Seeds,
  teamIds: ReadonlyMap<string, number>,
): VolumeType {
  const { name, caseTypeId, version, status, isConfidential } = caseType
  const life = lives[name]
  const own = stories[name]
  const teamId = teamIds.get(caseType.team ?? '')
  if (!life || !own || !teamId) throw new Error(`The seeds say nothing of the case type ${name}`)
  return {
    caseTypeId,
    version,
    status,
    isConfidential,
    teamId,
    rating: caseType.rating ?? null,
    ...targetOf(caseType),
    outcomes: Object.keys(life.outcomes),
    labels: own.map((story) => labelOf(caseType, story)),
    forms: own.map((story) => formOf(life, story)),
    published: publishedOf(life),
  }
}

function targetOf(caseType: CaseTypeVersion) {
  const [first] = plannedStages(caseType, {})
  if (!first) throw new Error(`${caseType.name} has no stage`)
  return { targetDays: first.days, stage: first.stage, stageCode: first.code }
}

const publishedOf = ({ publication }: Life): VolumeType['published'] =>
  publication ? { ...publication.further, [publication.flag]: 'Yes' } : null

const formOf = ({ fill }: Life, story: Story): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fill).flatMap(([field, { from }]) => {
      const told = from && story[from]
      return told === undefined ? [] : [[field, told]]
    }),
  )
