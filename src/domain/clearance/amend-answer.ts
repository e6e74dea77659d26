import { caseReference } from '#domain/access/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import {
  answerErrors,
  answerParameters,
  answerToChange,
  authorId,
  wordingParameters,
} from './answer.ts'
import { insertVersion } from './answer-queries.ts'
import { findOpenStep } from './clearance-queries.ts'
import { clearanceRunning } from './errors.ts'

/** Words an answer anew; the earlier wording stays, and a clearance that it had does not hold for the new one. */
export const amendAnswer = operation({
  name: 'amendanswer',
  summary: 'Change an answer',
  effect: 'write',
  permission: 'case.answer.draft',
  subject: 'case',
  isWebOnly: true,
  parameters: { case: caseReference, ...answerParameters, ...wordingParameters },
  errors: [...answerErrors, clearanceRunning],
  returns: reply<{ caseId: number; answer: number; version: number }>('amendanswerresponse', {
    caseId: 'caseid',
    answer: 'answer',
    version: 'version',
  }),
  examples: [
    {
      CaseId: '1001',
      Answer: '1',
      Version: '1',
      Title: 'Reply to Ms Hart',
      Body: 'Dear Ms Hart, thank you for …',
    },
  ],

  async handle(task) {
    const { answer } = await answerToChange(task)
    const { input, db, actor, now, subject, refuse, record } = task
    const { caseId } = subject
    if (await findOpenStep(db, { caseId, answer })) throw refuse(clearanceRunning)
    const { title, body } = input
    const wording = { title, body, authorId: authorId(actor), author: actor.name, now }
    const [written] = await insertVersion(db, { caseId, answer, ...wording })
    if (!written) throw new Error('An answer was not changed')
    record(caseId, { answer, ...written })
    return { caseId, answer, ...written }
  },
})
