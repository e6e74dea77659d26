import { caseReference } from '#domain/access/index.ts'
import { reply } from '#kernel/answer.ts'
import { chosen } from '#kernel/kind.ts'
import { shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import { unknownLetter } from './draft.ts'
import { insertDraft } from './draft-queries.ts'
import { letterTemplates } from './template-queries.ts'

/** Drafts a letter from a template, beside those that stages raise. */
export const addLetter = operation({
  name: 'addletter',
  summary: 'Draft a letter from a template',
  effect: 'write',
  permission: 'case.letter.write',
  subject: 'case',
  isWebOnly: true,
  parameters: { case: caseReference, template: required(chosen(shortText), 'Which letter') },
  errors: [unknownCase, unknownLetter],
  returns: reply<{ caseId: number; letter: number }>('addletterresponse', {
    caseId: 'caseid',
    letter: 'letter',
  }),
  examples: [{ CaseId: '1001', Template: 'HOLDING' }],

  async handle({ input, db, actor, now, subject: { caseId }, refuse, record }) {
    const wanted = input.template.trim().toLowerCase()
    const found = (await letterTemplates(db)).find(({ code }) => code.toLowerCase() === wanted)
    if (!found) throw refuse(unknownLetter)
    const author = actor.name
    const [added] = await insertDraft(db, { caseId, template: found.code, author, now })
    if (!added) throw refuse(unknownLetter)
    record(caseId, { template: found.code })
    return { caseId, letter: added.letter }
  },
})
