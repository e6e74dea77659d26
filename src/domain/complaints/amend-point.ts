import { caseReference } from '#domain/access/index.ts'
import { changedMeanwhile, versionSeen } from '#domain/seen/index.ts'
import { numberInCase, unknownPoint } from '#domain/remedies/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { complaintClosed } from './errors.ts'
import { pointParameters, pointToChange } from './point.ts'
import { updatePoint } from './point-queries.ts'

/** Says anew what a point of complaint is about. */
export const amendPoint = operation({
  name: 'amendpoint',
  summary: 'Amend a point of complaint',
  effect: 'write',
  permission: 'case.complaint.update',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    point: required(numberInCase, 'The point'),
    version: versionSeen,
    ...pointParameters,
  },
  errors: [unknownCase, complaintClosed, unknownPoint, changedMeanwhile],
  returns: reply<{ caseId: number; point: number }>('amendpointresponse', {
    caseId: 'caseid',
    point: 'point',
  }),
  examples: [{ CaseId: '1001', Point: '1', Version: '1', Description: 'The roof leaks' }],

  async handle(task) {
    const { point } = await pointToChange(task)
    const { input, db, actor, now, subject, record } = task
    const { caseId } = subject
    const { description, service = null } = input
    void updatePoint(db, { caseId, point, description, service, author: actor.name, now })
    record(caseId, { point })
    return { caseId, point }
  },
})
