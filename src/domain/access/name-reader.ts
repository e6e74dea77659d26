import { reply } from '#kernel/answer.ts'
import { chosen } from '#kernel/kind.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { findPerson, insertReader } from './access-queries.ts'
import { caseReference } from './case-reference.ts'
import { flawed } from './errors.ts'
import { getSecrecy } from './queries.ts'

/** Names somebody who may know of a case while it is confidential. */
export const nameReader = operation({
  name: 'namereader',
  summary: 'Name somebody who may know of a confidential case',
  effect: 'write',
  permission: 'case.access.update',
  subject: 'case',
  isWebOnly: true,
  parameters: { case: caseReference, userName: required(chosen(shortText), 'Person to name') },
  errors: [unknownCase],
  returns: reply<{ caseId: number }>('namereaderresponse', { caseId: 'caseid' }),
  examples: [{ CaseId: '1001', UserName: 'sdee' }],

  async handle({ input, db, actor, now, subject: { caseId }, record }) {
    const person = await findPerson(db, input)
    if (!person) throw flawed('UserName', 'Select a person from the list')
    const { userId } = person
    if ((await getSecrecy(db, { caseId })).barred.includes(userId))
      throw flawed('UserName', 'This person is barred from the case: lift the bar first')
    void insertReader(db, { caseId, userId, author: actor.name, now })
    record(caseId, { userId })
    return { caseId }
  },
})
