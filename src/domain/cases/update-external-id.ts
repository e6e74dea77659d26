import { reply } from '#kernel/answer.ts'
import { caseNumber, reference } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { updateExternalIdOfCase } from './queries.ts'

/** Links a case to its counterpart elsewhere (contract 6.3); other cases may hold the same reference. */
export const updateExternalId = operation({
  name: 'updateexternalid',
  summary: 'Give a case the reference of its counterpart elsewhere',
  effect: 'write',
  permission: 'case.update',
  subject: 'caseId',
  parameters: {
    caseId: required(caseNumber, 'Case number'),
    externalId: required(reference, 'Reference in the originating system'),
  },
  errors: [unknownCase],
  returns: reply<{ caseId: number }>('updateexternalidresponse', { caseId: 'caseid' }),
  examples: [{ CaseId: '1001', ExternalId: 'WEB-18' }],

  async handle({ input, db, actor, now, subject: { caseId } }) {
    const { externalId } = input
    void updateExternalIdOfCase(db, { caseId, externalId, author: actor.name, now })
    return { caseId }
  },
})
