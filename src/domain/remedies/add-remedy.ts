import { caseReference } from '#domain/access/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { unknownPoint } from './errors.ts'
import { remedyParameters, remedyPlan } from './remedy.ts'
import { insertRemedy } from './remedy-queries.ts'

/** Adds a remedy to a complaint, whether the case is open or closed: what was promised is followed till it is done. */
export const addRemedy = operation({
  name: 'addremedy',
  summary: 'Add a remedy',
  effect: 'write',
  permission: 'case.complaint.update',
  subject: 'case',
  isWebOnly: true,
  parameters: { case: caseReference, ...remedyParameters },
  errors: [unknownCase, unknownPoint],
  returns: reply<{ caseId: number; remedy: number }>('addremedyresponse', {
    caseId: 'caseid',
    remedy: 'remedy',
  }),
  examples: [
    {
      CaseId: '1001',
      What: 'payment',
      Description: 'Pay for the ruined carpet',
      Point: '1',
      UserName: 'sdee',
      DueOn: '2026-04-10',
      Cost: '180.25',
    },
    {
      CaseId: '1001',
      What: 'action',
      Description: 'Mend the roof',
      TeamCode: 'HOUSING',
      DueOn: '10/04/2026',
    },
  ],

  async handle(task) {
    const { db, actor, now, subject, record } = task
    const { caseId } = subject
    const plan = await remedyPlan(task)
    const [added] = await insertRemedy(db, { caseId, ...plan, author: actor.name, now })
    if (!added) throw new Error('A remedy was not added')
    record(caseId, { ...added, what: plan.what })
    return { caseId, ...added }
  },
})
