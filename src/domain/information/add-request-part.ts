import { caseReference } from '#domain/access/index.ts'
import { reply } from '#kernel/answer.ts'
import { longText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { informationClosed } from './errors.ts'
import { insertPart } from './part-queries.ts'

/** Adds a part of a request for information: each is decided by itself. */
export const addRequestPart = operation({
  name: 'addrequestpart',
  summary: 'Add a part of a request',
  effect: 'write',
  permission: 'case.information.update',
  subject: 'case',
  isWebOnly: true,
  parameters: { case: caseReference, description: required(longText, 'What is asked for') },
  errors: [unknownCase, informationClosed],
  returns: reply<{ caseId: number; part: number }>('addrequestpartresponse', {
    caseId: 'caseid',
    part: 'part',
  }),
  examples: [{ CaseId: '1001', Description: 'The contract with the contractor' }],

  async handle({ input, db, actor, now, subject: { caseId, isClosed }, refuse, record }) {
    if (isClosed) throw refuse(informationClosed)
    const { description } = input
    const [added] = await insertPart(db, { caseId, description, author: actor.name, now })
    if (!added) throw new Error('A part was not added')
    record(caseId, added)
    return { caseId, ...added }
  },
})
