import { readOfCase } from '#domain/access/index.ts'
import { listRemedies } from '#domain/remedies/index.ts'
import { operation } from '#kernel/operation.ts'
import { writeLocalDate } from '#platform/local-time.ts'
import { listExclusions } from './exclusion-queries.ts'
import { listLessons } from './lesson-queries.ts'
import { isAnswered } from './point.ts'
import { getStanding, listAnswers, listPoints } from './point-queries.ts'

/** A complaint whole: its points and their answers, remedies, lessons, and why it was not taken on. */
export const getComplaint = operation({
  name: 'getcomplaint',
  summary: 'Show the points and remedies of a complaint',
  ...readOfCase,
  isSensitive: true,
  permission: 'case.view',
  examples: [{ CaseId: '1001' }],

  async handle({ db, actor, now, subject: { caseId, isClosed } }) {
    const [standing, points, answers, remedies, lessons, exclusions] = await Promise.all([
      getStanding(db, { caseId }),
      listPoints(db, { caseId }),
      listAnswers(db, { caseId }),
      listRemedies(db, { caseId }),
      listLessons(db, { caseId }),
      listExclusions(db, { caseId }),
    ])
    const today = writeLocalDate(now)
    const mayUpdate = actor.permissions.has('case.complaint.update')
    return {
      caseId,
      isClosed,
      stage: standing.stage,
      today,
      points: points.map((point) => ({ ...point, isAnswered: isAnswered(point, standing.stage) })),
      answers,
      remedies: remedies.map((remedy) => ({
        ...remedy,
        isLate: remedy.state === 'open' && remedy.dueOn < today,
      })),
      lessons,
      exclusions,
      mayUpdate,
      mayAddPoint: mayUpdate && !isClosed && !standing.isSettled,
      mayChangePoints: mayUpdate && !isClosed,
    }
  },
})
