import { caseReference } from '#domain/access/index.ts'
import { changedMeanwhile, versionSeen } from '#domain/seen/index.ts'
import { numberInCase, unknownPoint } from '#domain/remedies/index.ts'
import { reply } from '#kernel/answer.ts'
import { longText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { complaintClosed } from './errors.ts'
import { pointToChange } from './point.ts'
import { getStanding, withdrawPointOfCase } from './point-queries.ts'

/** Notes that a point of complaint is pursued no longer; answering it takes that back. */
export const withdrawPoint = operation({
  name: 'withdrawpoint',
  summary: 'Withdraw a point of complaint',
  effect: 'write',
  permission: 'case.complaint.update',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    point: required(numberInCase, 'The point'),
    version: versionSeen,
    reason: required(longText, 'Why it is withdrawn'),
  },
  errors: [unknownCase, complaintClosed, unknownPoint, changedMeanwhile],
  returns: reply<{ caseId: number; point: number }>('withdrawpointresponse', {
    caseId: 'caseid',
    point: 'point',
  }),
  examples: [{ CaseId: '1001', Point: '3', Version: '1', Reason: 'Settled on the telephone' }],

  async handle(task) {
    const { point, service, evidence } = await pointToChange(task)
    const { input, db, actor, now, subject, record } = task
    const { caseId } = subject
    const { stage } = await getStanding(db, { caseId })
    const answer = { service, evidence, finding: 'withdrawn', reasons: input.reason, stage }
    const author = { author: actor.name, authorId: actor.kind === 'user' ? actor.id : null }
    void withdrawPointOfCase(db, { caseId, point, ...answer, ...author, now })
    record(caseId, { point })
    return { caseId, point }
  },
})
