import { caseReference } from '#domain/access/index.ts'
import { reply } from '#kernel/answer.ts'
import { longText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional } from '#kernel/parameters.ts'
import { tellClearers } from '#domain/clearers/index.ts'
import { clearStep } from './clearance-queries.ts'
import { stepErrors, stepParameters, stepToTake } from './open-step.ts'

/** Clears an answer at the step where it waits, as a member of the step's team or standing in for one who is away. */
export const clearAnswer = operation({
  name: 'clearanswer',
  summary: 'Clear an answer',
  effect: 'write',
  permission: 'case.answer.clear',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    ...stepParameters,
    remarks: optional(longText, 'Remarks'),
  },
  errors: stepErrors,
  returns: reply<{ caseId: number; answer: number; step: string; state: string }>(
    'clearanswerresponse',
    { caseId: 'caseid', answer: 'answer', step: 'step', state: 'state' },
  ),
  examples: [{ CaseId: '1004', Answer: '2', Version: '1', Step: 'lawyer', Remarks: 'Sound' }],

  async handle(task) {
    const { clearanceId, position, step, onBehalfOf, authors } = await stepToTake(task)
    const { input, db, actor, now, subject, record } = task
    const { caseId } = subject
    const taken = { takenBy: actor.id, onBehalfOf, author: actor.name, now }
    const { answer, remarks = null } = input
    const [cleared] = await clearStep(db, { caseId, clearanceId, position, remarks, ...taken })
    if (!cleared) throw new Error('A step was not taken')
    const { isGiven, nextTeamId: teamId } = cleared
    if (teamId !== null) await tellClearers(db, { caseId, answer, authors, teamId }, task)
    record(caseId, { answer, step, isGiven })
    return { caseId, answer, step, state: isGiven ? 'given' : 'running' }
  },
})
