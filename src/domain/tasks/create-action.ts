import { caseReference } from '#domain/access/index.ts'
import { findForm } from '#domain/case-types/index.ts'
import { caseTypeOfCase, fileForm } from '#domain/cases/index.ts'
import {
  documentRows,
  fetchedWithinCall,
  fetchWithinCall,
  readDocuments,
} from '#domain/documents/index.ts'
import { admitLatePaper } from '#domain/stages/index.ts'
import { reply, type Answer } from '#kernel/answer.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { everythingSent, optional, required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { taskCannotBeCompleted, unknownForm, unknownTask } from './errors.ts'
import { findTask } from './queries.ts'

/** The case a form was filed on, and the documents with it that are to be fetched before the answer. */
export interface CreatedAction {
  readonly caseId: number
  readonly documentIds: readonly number[]
}
const answer: Answer<CreatedAction> = reply<{ caseId: number }>('createactionresponse', {
  caseId: 'caseid',
})

/** Files a form on a case, and completes the task that waits for it (contract 6.14). */
export const createAction = operation({
  name: 'createaction',
  summary: 'File a form on a case',
  effect: 'write',
  permission: 'case.action.create',
  subject: 'case',
  parameters: {
    type: required(shortText, 'Form'),
    case: caseReference,
    task: optional(shortText, 'Code of the task that is done with it'),
    sent: everythingSent(documentRows),
  },
  errors: [unknownCase, unknownForm, unknownTask, taskCannotBeCompleted],
  returns: answer,
  examples: [
    { CaseId: '1001', Type: 'InboundCall', Details: 'Rang to ask for news' },
    { ExternalId: 'WEB-17', Type: 'InboundCall' },
  ],

  async handle({ input, db, actor, now, refuse, subject }): Promise<CreatedAction> {
    const { caseId } = subject
    const [{ caseType }, task] = await Promise.all([
      caseTypeOfCase(db, caseId),
      input.task && findTask(db, { caseId, code: input.task.trim() }),
    ])
    const form = findForm(caseType, input.type)
    if (!form) throw refuse(unknownForm)
    if (input.task && !task) throw refuse(unknownTask)
    if (task && task.isDone) throw refuse(taskCannotBeCompleted)
    const documents = readDocuments(input.sent)
    const filing = { caseId, form, raw: input.sent, documents, actor, now }
    const completing = task ? { taskId: task.taskId } : {}
    const { documentIds } = await fileForm(db, { ...filing, ...completing })
    await admitLatePaper(db, { subject, what: 'form', actor, now })
    return { caseId, documentIds: fetchedWithinCall(documents, documentIds) }
  },

  afterwards: (aftermath) => fetchWithinCall(aftermath, aftermath.result.documentIds),
})
