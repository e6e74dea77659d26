import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { deleteBar, findPerson } from './access-queries.ts'
import { caseReference } from './case-reference.ts'
import { unknownBar } from './errors.ts'

/** Lifts a bar, by anybody who may know of the case: whoever is barred cannot. */
export const unbarPerson = operation({
  name: 'unbarperson',
  summary: 'Bar somebody from a case no longer',
  effect: 'write',
  permission: 'case.access.update',
  subject: 'case',
  isWebOnly: true,
  parameters: { case: caseReference, userName: required(shortText, 'Person barred') },
  errors: [unknownCase, unknownBar],
  returns: reply<{ caseId: number }>('unbarpersonresponse', { caseId: 'caseid' }),
  examples: [{ CaseId: '1001', UserName: 'barred' }],

  async handle({ input, db, actor, now, subject: { caseId }, refuse, record }) {
    const person = await findPerson(db, input)
    if (!person) throw refuse(unknownBar)
    const { userId } = person
    const [unbarred] = await deleteBar(db, { caseId, userId, author: actor.name, now })
    if (!unbarred) throw refuse(unknownBar)
    record(caseId, { userId })
    return { caseId }
  },
})
