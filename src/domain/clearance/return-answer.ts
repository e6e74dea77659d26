import { caseReference } from '#domain/access/index.ts'
import { reply } from '#kernel/answer.ts'
import { longText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { returnStep } from './clearance-queries.ts'
import { stepErrors, stepParameters, stepToTake } from './open-step.ts'

/** Returns an answer to whoever wrote it, saying what must be changed. */
export const returnAnswer = operation({
  name: 'returnanswer',
  summary: 'Return an answer with remarks',
  effect: 'write',
  permission: 'case.answer.clear',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    ...stepParameters,
    remarks: required(longText, 'What must be changed'),
  },
  errors: stepErrors,
  returns: reply<{ caseId: number; answer: number; step: string }>('returnanswerresponse', {
    caseId: 'caseid',
    answer: 'answer',
    step: 'step',
  }),
  examples: [
    { CaseId: '1004', Answer: '3', Version: '1', Step: 'lawyer', Remarks: 'Name the section' },
  ],

  async handle(task) {
    const { clearanceId, position, step, onBehalfOf } = await stepToTake(task)
    const { input, db, actor, now, subject, record } = task
    const { caseId } = subject
    const taken = { takenBy: actor.id, onBehalfOf, author: actor.name, now }
    const { answer, remarks } = input
    void returnStep(db, { caseId, clearanceId, position, remarks, ...taken })
    record(caseId, { answer, step })
    return { caseId, answer, step }
  },
})
