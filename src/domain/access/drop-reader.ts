import { reply } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { deleteReader, findPerson } from './access-queries.ts'
import { caseReference } from './case-reference.ts'
import { unknownReader } from './errors.ts'

/** Takes somebody from those who are named on a case. */
export const dropReader = operation({
  name: 'dropreader',
  summary: 'Name somebody on a case no longer',
  effect: 'write',
  permission: 'case.access.update',
  subject: 'case',
  isWebOnly: true,
  parameters: { case: caseReference, userName: required(shortText, 'Person named') },
  errors: [unknownCase, unknownReader],
  returns: reply<{ caseId: number }>('dropreaderresponse', { caseId: 'caseid' }),
  examples: [{ CaseId: '1001', UserName: 'named' }],

  async handle({ input, db, actor, now, subject: { caseId }, refuse, record }) {
    const person = await findPerson(db, input)
    if (!person) throw refuse(unknownReader)
    const { userId } = person
    const [dropped] = await deleteReader(db, { caseId, userId, author: actor.name, now })
    if (!dropped) throw refuse(unknownReader)
    record(caseId, { userId })
    return { caseId }
  },
})
