import { countOpenRemedies } from '#domain/remedies/index.ts'
import type { Reading } from '#platform/statement.ts'
import { isAnswered } from './point.ts'
import { getStanding, listStandings } from './point-queries.ts'

/** What conditions of stages ask of a complaint: 'points answered' and 'remedies done'. */
export interface ComplaintFacts {
  readonly points: number
  /** Points without an answer in the numbered stage that the complaint is in, or was in last. */
  readonly unansweredPoints: number
  readonly openRemedies: number
}

/** How many points a case has, how many of them wait for an answer and how many remedies are open. */
export async function complaintFacts(db: Reading, caseId: number): Promise<ComplaintFacts> {
  const [{ stage }, points, { openRemedies }] = await Promise.all([
    getStanding(db, { caseId }),
    listStandings(db, { caseId }),
    countOpenRemedies(db, { caseId }),
  ])
  const unanswered = points.filter((point) => !isAnswered(point, stage))
  return { points: points.length, unansweredPoints: unanswered.length, openRemedies }
}
