import { caseReference } from '#domain/access/index.ts'
import { reply } from '#kernel/answer.ts'
import { longText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { answerErrors, answerParameters, answerToChange } from './answer.ts'
import { dropAnswerOfCase } from './answer-queries.ts'
import { findOpenStep } from './clearance-queries.ts'
import { clearanceRunning } from './errors.ts'

/** Notes that an answer will not be sent: it needs no clearance any more. */
export const dropAnswer = operation({
  name: 'dropanswer',
  summary: 'Drop an answer that will not be sent',
  effect: 'write',
  permission: 'case.answer.draft',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    ...answerParameters,
    reason: required(longText, 'Why it will not be sent'),
  },
  errors: [...answerErrors, clearanceRunning],
  returns: reply<{ caseId: number; answer: number }>('dropanswerresponse', {
    caseId: 'caseid',
    answer: 'answer',
  }),
  examples: [{ CaseId: '1001', Answer: '2', Version: '1', Reason: 'Answered on the telephone' }],

  async handle(task) {
    const { answer } = await answerToChange(task)
    const { input, db, actor, now, subject, refuse, record } = task
    const { caseId } = subject
    if (await findOpenStep(db, { caseId, answer })) throw refuse(clearanceRunning)
    void dropAnswerOfCase(db, { caseId, answer, reason: input.reason, author: actor.name, now })
    record(caseId, { answer })
    return { caseId, answer }
  },
})
