import type { Track } from '#domain/procedures/index.ts'
import { dayInWords } from './day-in-words.ts'
import type { StageRecord } from './standing-queries.ts'
import { openPlaces, type CaseStanding } from './standing.ts'

/** What somebody else has done where a track is not in the stage that was seen; undefined where it is. */
export function whatHappenedTo(
  standing: CaseStanding,
  track: Track,
  seen: string | undefined,
): string | undefined {
  const place = openPlaces(standing).find((each) => each.track === track)
  if (seen === undefined || place?.stage.code === seen) return undefined
  const now = place ? `It is in “${place.stage.name}” now` : 'It is in no stage now'
  const name = track.stages.find(({ code }) => code === seen)?.name ?? seen
  const ended = standing.stages.find(({ track: own, code }) => own === track.code && code === seen)
  return `${ended ? endInWords(ended, name) : `This case is not in “${name}”.`} ${now}.`
}

function endInWords({ endedAt, outcome, outcomeBy }: StageRecord, name: string): string {
  if (endedAt === null) return `This case is not in “${name}”.`
  const when = dayInWords(endedAt)
  return `${outcomeBy ?? 'Somebody'} ended “${name}” on ${when}, with the outcome “${outcome ?? ''}”.`
}
