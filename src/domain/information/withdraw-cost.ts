import { caseReference } from '#domain/access/index.ts'
import { numberInCase } from '#domain/remedies/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { informationClosed, unknownActivity } from './errors.ts'
import { withdrawActivity } from './cost-queries.ts'

/** Takes back work that was recorded by mistake: it counts no longer. */
export const withdrawCost = operation({
  name: 'withdrawcost',
  summary: 'Take back work that was recorded by mistake',
  effect: 'write',
  permission: 'case.information.update',
  subject: 'case',
  isWebOnly: true,
  parameters: { case: caseReference, activity: required(numberInCase, 'The work') },
  errors: [unknownCase, informationClosed, unknownActivity],
  returns: reply<{ caseId: number; activity: number }>('withdrawcostresponse', {
    caseId: 'caseid',
    activity: 'activity',
  }),
  examples: [{ CaseId: '1001', Activity: '31' }],

  async handle({ input, db, actor, now, subject: { caseId, isClosed }, refuse, record }) {
    if (isClosed) throw refuse(informationClosed)
    const { activity } = input
    const [gone] = await withdrawActivity(db, { caseId, activity, author: actor.name, now })
    if (!gone) throw refuse(unknownActivity)
    record(caseId, gone)
    return { caseId, ...gone }
  },
})
