import { caseReference } from '#domain/access/index.ts'
import { changedMeanwhile, versionSeen } from '#domain/seen/index.ts'
import { numberInCase, unknownPoint } from '#domain/remedies/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { complaintClosed } from './errors.ts'
import { answerParameters, pointToChange } from './point.ts'
import { answerPointOfCase, getStanding } from './point-queries.ts'

/** Answers a point of complaint in the stage that the complaint is in; answers of earlier stages stay. */
export const answerPoint = operation({
  name: 'answerpoint',
  summary: 'Answer a point of complaint',
  effect: 'write',
  permission: 'case.complaint.update',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    point: required(numberInCase, 'The point'),
    version: versionSeen,
    ...answerParameters,
  },
  errors: [unknownCase, complaintClosed, unknownPoint, changedMeanwhile],
  returns: reply<{ caseId: number; point: number }>('answerpointresponse', {
    caseId: 'caseid',
    point: 'point',
  }),
  examples: [
    {
      CaseId: '1001',
      Point: '2',
      Version: '1',
      Service: 'Repairs',
      Evidence: 'The log of visits',
      Finding: 'partly upheld',
      Reasons: 'Two of three visits were missed',
    },
  ],

  async handle(task) {
    const { point } = await pointToChange(task)
    const { input, db, actor, now, subject, record } = task
    const { caseId } = subject
    const { stage } = await getStanding(db, { caseId })
    const { service = null, evidence = null, finding, reasons } = input
    const answer = { service, evidence, finding, reasons, stage }
    const author = { author: actor.name, authorId: actor.kind === 'user' ? actor.id : null }
    void answerPointOfCase(db, { caseId, point, ...answer, ...author, now })
    record(caseId, { point, finding })
    return { caseId, point }
  },
})
