import { caseReference } from '#domain/access/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { complaintAnswered } from './errors.ts'
import { pointParameters } from './point.ts'
import { getStanding, insertPoint } from './point-queries.ts'

/**
 * Adds a point to a complaint, until its first stage is over: what is raised later is a complaint of its own
 * (Housing Ombudsman Complaint Handling Code, 6.7). Where stage 1 set no points down, as in an early resolution,
 * the stage after it does.
 */
export const addPoint = operation({
  name: 'addpoint',
  summary: 'Add a point of complaint',
  effect: 'write',
  permission: 'case.complaint.update',
  subject: 'case',
  isWebOnly: true,
  parameters: { case: caseReference, ...pointParameters },
  errors: [unknownCase, complaintAnswered],
  returns: reply<{ caseId: number; point: number }>('addpointresponse', {
    caseId: 'caseid',
    point: 'point',
  }),
  examples: [{ CaseId: '1001', Description: 'Nobody came to mend the roof', Service: 'Repairs' }],

  async handle({ input, db, actor, now, subject: { caseId, isClosed }, refuse, record }) {
    const { stage, isSettled } = await getStanding(db, { caseId })
    if (isClosed || isSettled) throw refuse(complaintAnswered)
    const { description, service = null } = input
    const said = { description, service, stage, author: actor.name, now }
    const [added] = await insertPoint(db, { caseId, ...said })
    if (!added) throw new Error('A point was not added')
    record(caseId, added)
    return { caseId, ...added }
  },
})
