import { caseReference } from '#domain/access/index.ts'
import { ownerOf, ownerParameters, typedDate } from '#domain/remedies/index.ts'
import { reply } from '#kernel/answer.ts'
import { shortText, text } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { insertTask } from './queries.ts'

/** The code of a task that somebody has added by hand. */
const byHand = 'TASK'

/** Adds a task to a case, for whoever has the case unless somebody is named. */
export const addTask = operation({
  name: 'addtask',
  summary: 'Add a task to a case',
  effect: 'write',
  permission: 'case.task.update',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    title: required(text({ max: 200 }), 'What is to be done'),
    code: optional(shortText, 'Code'),
    due: optional(typedDate, 'To be done by'),
    ...ownerParameters,
  },
  errors: [unknownCase],
  returns: reply<{ caseId: number; taskNumber: number }>('addtaskresponse', {
    caseId: 'caseid',
    taskNumber: 'tasknumber',
  }),
  examples: [{ CaseId: '1001', Title: 'Ask the surveyor', Due: '2026-04-10' }],

  async handle({ input, db, actor, now, subject: { caseId }, record }) {
    const owner = await ownerOf(db, input, { caseId, permission: 'case.task.update' })
    const { title, code = byHand, due: dueOn = null } = input
    const author = actor.name
    const [added] = await insertTask(db, { caseId, title, code, dueOn, ...owner, author, now })
    if (!added) throw new Error('The task was not added')
    record(caseId, { task: code })
    return { caseId, ...added }
  },
})
