import { caseReference } from '#domain/access/index.ts'
import { reply } from '#kernel/answer.ts'
import { operation } from '#kernel/operation.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { authorId, wordingParameters } from './answer.ts'
import { insertAnswer } from './answer-queries.ts'
import { answersClosed } from './errors.ts'

/** Drafts an answer to a case; what is sent must be cleared where the case's stages ask for it. */
export const draftAnswer = operation({
  name: 'draftanswer',
  summary: 'Draft an answer',
  effect: 'write',
  permission: 'case.answer.draft',
  subject: 'case',
  isWebOnly: true,
  parameters: { case: caseReference, ...wordingParameters },
  errors: [unknownCase, answersClosed],
  returns: reply<{ caseId: number; answer: number }>('draftanswerresponse', {
    caseId: 'caseid',
    answer: 'answer',
  }),
  examples: [{ CaseId: '1001', Title: 'Reply to Ms Hart', Body: 'Dear Ms Hart, …' }],

  async handle({ input, db, actor, now, subject: { caseId, isClosed }, refuse, record }) {
    if (isClosed) throw refuse(answersClosed)
    const written = { authorId: authorId(actor), author: actor.name, now }
    const [added] = await insertAnswer(db, { caseId, ...input, ...written })
    if (!added) throw new Error('An answer was not drafted')
    record(caseId, added)
    return { caseId, ...added }
  },
})
