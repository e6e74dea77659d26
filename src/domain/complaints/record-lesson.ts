import { caseReference } from '#domain/access/index.ts'
import { ownerOf, ownerParameters } from '#domain/remedies/index.ts'
import { reply } from '#kernel/answer.ts'
import { flag, longText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { insertLesson } from './lesson-queries.ts'

/** Records what was learnt from a complaint and what has changed for it (Complaint Handling Code, 9). */
export const recordLesson = operation({
  name: 'recordlesson',
  summary: 'Record what was learnt',
  effect: 'write',
  permission: 'case.complaint.update',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    learnt: required(longText, 'What was learnt'),
    change: optional(longText, 'What has changed because of it'),
    ...ownerParameters,
    published: optional(flag, 'It may be published'),
  },
  errors: [unknownCase],
  returns: reply<{ caseId: number; lessonId: number }>('recordlessonresponse', {
    caseId: 'caseid',
    lessonId: 'lessonid',
  }),
  examples: [
    {
      CaseId: '1001',
      Learnt: 'Visits were booked without telling the tenant',
      Change: 'A text message goes out with every booking',
      TeamCode: 'HOUSING',
      Published: 'true',
    },
  ],

  async handle({ input, db, actor, now, subject: { caseId }, record }) {
    const { learnt, change: changeMade = null, published: isPublished = false } = input
    const owner = await ownerOf(db, input, { caseId, permission: 'case.complaint.update' })
    const lesson = { learnt, changeMade, isPublished, ...owner, author: actor.name, now }
    const [added] = await insertLesson(db, { caseId, ...lesson })
    if (!added) throw new Error('A lesson was not recorded')
    record(caseId, added)
    return { caseId, ...added }
  },
})
