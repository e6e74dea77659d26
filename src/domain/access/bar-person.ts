import { reply } from '#kernel/answer.ts'
import { chosen } from '#kernel/kind.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { findPerson, getMark, insertBar } from './access-queries.ts'
import { caseReference } from './case-reference.ts'
import { flawed } from './errors.ts'

/** Bars somebody from a case for a conflict of interest: for them it is no longer there. */
export const barPerson = operation({
  name: 'barperson',
  summary: 'Bar somebody from a case',
  effect: 'write',
  permission: 'case.access.update',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    userName: required(chosen(shortText), 'Person to bar'),
    reason: required(shortText, 'Why they have a conflict of interest'),
  },
  errors: [unknownCase],
  returns: reply<{ caseId: number }>('barpersonresponse', { caseId: 'caseid' }),
  examples: [{ CaseId: '1001', UserName: 'named', Reason: 'Lives next door to the customer' }],

  async handle({ input, db, actor, now, subject: { caseId }, record }) {
    const person = await findPerson(db, input)
    if (!person) throw flawed('UserName', 'Select a person from the list')
    const { userId } = person
    if (actor.kind === 'user' && actor.id === userId)
      throw flawed('UserName', 'You cannot bar yourself: ask a colleague, who must know of it')
    if ((await getMark(db, { caseId })).ownerId === userId)
      throw flawed('UserName', 'This person has the case: assign it to somebody else first')
    void insertBar(db, { caseId, userId, reason: input.reason, author: actor.name, now })
    record(caseId, { userId })
    return { caseId }
  },
})
